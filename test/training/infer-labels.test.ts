import { splitPage } from '../../src/blocks/split-page';
import { classifyBlocks } from '../../src/classify-blocks';
import type { Model } from '../../src/model/model';
import type { ModelFile } from '../../src/model/model-file';
import { readModel } from '../../src/model/read-model';
import { writeModel } from '../../src/model/write-model';
import { DEFAULT_LIMITS } from '../../src/options';
import { inferLabels, type UnlabelledPage } from '../../src/training/infer-labels';
import type { LabelledPage } from '../../src/training/labelled-page';
import { newTokenIndexes, toTrainingPage } from '../../src/training/training-page';
import { LABELS, syntheticPages, trainSynthetic } from './synthetic-pages';


/** Blocks that the model is sure of, unsure of, and hidden ones. */
const HTML = `<main><div class="reply"><p>Ann says: I loved, shared, enjoyed and printed this tale about boat 90!</p></div><div class="reply"><p>Yan says: I liked this tale!</p></div>
<p>Perhaps</p><p>Terms, says Ann</p><p hidden>Bo says: I loved this tale!</p></main><footer><ul><li><a href="/legal">Terms of use</a></li><li><a href="/legal">Rights reserved</a></li></ul></footer>`;
const page = splitPage('html', HTML, DEFAULT_LIMITS);
const HIDDEN = 4;

/** A model whose calibration is moved until it is unsure of the block that it was least sure of. */
function softened(): Model<(typeof LABELS)[number]> {
  const trained = trainSynthetic(syntheticPages(40));
  const logit = (p: number) => Math.log(p / (1 - p));
  const least = Math.min(...classifyBlocks({ html: HTML }, { model: trained }).map(({ confidence }) => confidence));
  const file = JSON.parse(writeModel(trained)) as ModelFile;
  file.markup.sharpness *= logit(0.65) / logit(least);
  return readModel(file);
}

const model = softened();

function infer(content: readonly number[]): ReturnType<typeof inferLabels> {
  const indexes = newTokenIndexes();
  const text = splitPage('text', page.blocks.filter(({ hidden }) => !hidden).map((block) => block.text).join('\n'), DEFAULT_LIMITS);
  const common = { name: 'x', site: 'x.example', fold: 0, source: 'test' };
  const html: LabelledPage = { ...common, page, labels: page.blocks.map(() => undefined), content: Float32Array.from(content) };
  const lines: LabelledPage = { ...common, page: text, labels: text.blocks.map(() => undefined), content: Float32Array.from(content.filter((_, i) => i !== HIDDEN)) };
  const unlabelled: UnlabelledPage = { html, text: lines, markup: toTrainingPage(html, 'markup', LABELS, indexes), lines: toTrainingPage(lines, 'text', LABELS, indexes) };
  return inferLabels([unlabelled], model, indexes);
}

const blocks = classifyBlocks({ html: HTML }, { model });
const best = (i: number) => LABELS.indexOf(blocks[i].label);

test('the page has blocks of which the model is sure and others', () => {
  expect(blocks).toHaveLength(7);
  const sure = blocks.filter(({ label, confidence }) => confidence >= (label === 'comment' ? 0.9 : 0.7));
  expect(sure.length).toBeGreaterThanOrEqual(2);
  expect(sure.length).toBeLessThan(blocks.length);
});

test('outside of content: what the model is surer of than 0.7, of the label of content 0.9', () => {
  const { markup } = infer(blocks.map(() => 0));
  expect([...markup[0].labels]).toEqual(blocks.map(({ label, confidence, hidden }, i) => (!hidden && confidence >= (label === 'comment' ? 0.9 : 0.7) ? best(i) : -1)));
});

test('content takes the first label where that is likely at all, else none', () => {
  const { markup } = infer(blocks.map(() => 1));
  expect([...markup[0].labels]).toEqual(blocks.map(({ scores, hidden }) => (!hidden && scores.comment >= 0.3 ? 0 : -1)));
  expect(markup[0].labels[6]).toBe(-1);
});

test('hidden blocks take no label', () => {
  for (const content of [0, 1]) expect(infer(blocks.map(() => content)).markup[0].labels[HIDDEN]).toBe(-1);
  expect(blocks[HIDDEN]).toMatchObject({ hidden: true, text: 'Bo says: I loved this tale!' });
});

test('the same page as plain text takes the labels of the words', () => {
  const { markup, text } = infer(blocks.map(() => 0));
  expect([...text[0].labels]).toEqual([...markup[0].labels].filter((_, i) => i !== HIDDEN));
});

test('both say that their labels were inferred', () => {
  const { markup, text } = infer(blocks.map(() => 0));
  expect([markup[0].isInferred, text[0].isInferred]).toEqual([true, true]);
});

test('no pages', () => expect(inferLabels([], model, newTokenIndexes())).toEqual({ markup: [], text: [] }));
