import { classifyBlocks } from '../../src/classify-blocks';
import { evaluateModel, scorePage, scoreRows } from '../../src/training/evaluate-model';
import { splitPage } from '../../src/blocks/split-page';
import { DEFAULT_LIMITS } from '../../src/options';
import type { LabelledPage } from '../../src/training/labelled-page';
import { syntheticPages, trainSynthetic } from './synthetic-pages';

const model = trainSynthetic();

/** A page that the model was not trained on, with labels set down by hand. */
function pageOf(source: 'html' | 'text', input: string, labels: (string | undefined)[]): LabelledPage {
  const page = splitPage(source, input, DEFAULT_LIMITS);
  expect(page.blocks).toHaveLength(labels.length);
  return { name: 'x', site: 'x.example', fold: 0, source: 'test', page, labels };
}

const HTML = '<main><div class="reply"><p>Zoe says: I disliked this tale!</p></div></main><footer><ul><li><a href="/legal">Terms of use</a></li><li><a href="/legal">Rights reserved</a></li></ul></footer>';
const TEXT = 'Zoe says: I disliked this tale!\nTerms of use\n© 1999 All rights reserved';

test.each<['html' | 'text', string]>([['html', HTML], ['text', TEXT]])('blocks of %s are scored as `classifyBlocks` scores them', (source, input) => {
  const blocks = classifyBlocks(source === 'html' ? { html: input } : { text: input }, { model });
  expect(scorePage(model, pageOf(source, input, ['legal', undefined, 'legal']))).toEqual(
    [blocks[0], blocks[2]].map(({ label, confidence }) => ({ gold: 1, got: model.labels.indexOf(label), confidence })));
});

test('figures over several pages; blocks without label and with labels of another model are left out', () => {
  const pages = [pageOf('html', HTML, ['comment', 'legal', 'other']), pageOf('text', TEXT, ['comment', undefined, 'comment']), pageOf('html', '', [])];
  expect(evaluateModel(model, pages)).toMatchObject({ blocks: 4, accuracy: 3 / 4, confusion: [[2, 1], [0, 1]], byLabel: { comment: { recall: 2 / 3, precision: 1 } } });
});

test('pages as they were trained on are nearly all right', () => {
  const { markup, text } = syntheticPages(12);
  expect(evaluateModel(model, [...markup, ...text]).accuracy).toBeGreaterThan(0.95);
});

test('no pages', () => expect(evaluateModel(model, [])).toMatchObject({ blocks: 0, macroF1: 0 }));

test('rows by hand: the first of equal scores, rows without label left out', () => {
  expect(scoreRows([0.2, 0.8, 0.5, 0.5, 0.9, 0.1], [0, 1, -1], 2)).toEqual([{ gold: 0, got: 1, confidence: 0.8 }, { gold: 1, got: 0, confidence: 0.5 }]);
});
