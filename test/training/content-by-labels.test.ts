import { contentByLabels } from '../../src/training/content-by-labels';

const ARTICLE = 0;
const OTHER = 2;
const NONE = -1;
const paragraph = Array(20).fill('word').join(' ');
const short = Array(19).fill('word').join(' ');

test.each<[string, [label: number, text: string][], number[]]>([
  ['head matter stays unknown', [[OTHER, 'Home'], [ARTICLE, 'Headline'], [ARTICLE, short], [ARTICLE, paragraph], [ARTICLE, 'End.']], [0, -1, -1, 1, 1]],
  ['a page without paragraphs has no head matter', [[ARTICLE, 'Headline'], [OTHER, 'Home'], [ARTICLE, short]], [1, 0, 1]],
  ['long blocks with other labels do not begin the body', [[ARTICLE, 'Headline'], [OTHER, paragraph], [ARTICLE, paragraph]], [-1, 0, 1]],
  ['what has no label is unknown', [[NONE, paragraph], [ARTICLE, paragraph], [NONE, 'Reply']], [-1, 1, -1]],
  ['a page without labels is unknown', [[NONE, paragraph], [NONE, 'End.']], [-1, -1]],
  ['an empty page', [], []],
])('%s', (_, blocks, content) => {
  expect([...contentByLabels(Int8Array.from(blocks, ([label]) => label), blocks.map(([, text]) => text))]).toEqual(content);
});
