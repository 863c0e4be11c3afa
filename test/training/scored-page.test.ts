import { evaluateModel } from '../../src/training/evaluate-model';
import { figuresOf } from '../../src/training/figures';
import { scoredBlocks, scoreLabelledPage } from '../../src/training/scored-page';
import { LABELS, syntheticPages, trainSynthetic } from './synthetic-pages';

test('scored pages give the figures that evaluateModel gives, and what their blocks are', () => {
  const model = trainSynthetic();
  const { markup } = syntheticPages(12);
  const pages = markup.map((page) => scoreLabelledPage(model, page));
  expect(figuresOf(scoredBlocks(pages, LABELS.length), LABELS)).toEqual(evaluateModel(model, markup));
  expect(pages[0].page).toMatchObject({ name: 'page-0.html', site: 'site-0.example', texts: markup[0].page.blocks.map(({ text }) => text) });
  expect(pages[0].content).toHaveLength(pages[0].gold.length);
});
