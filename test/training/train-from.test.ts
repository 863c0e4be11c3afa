import { classifyBlocks } from '../../src/classify-blocks';
import { writeModel } from '../../src/model/write-model';
import { evaluateModel } from '../../src/training/evaluate-model';
import { trainFrom } from '../../src/training/train-from';
import type { LabelledPage } from '../../src/training/labelled-page';
import { DIGEST, syntheticPages, trainSynthetic } from './synthetic-pages';

const from = trainSynthetic();
const { markup, text } = syntheticPages(20);
/** Pages of a site that calls its comments replies and its legal lines terms. */
const renamed = (pages: readonly LabelledPage[], names: Record<string, string>) => pages.map((page) => ({ ...page, labels: page.labels.map((label) => label && (names[label] ?? label)) }));

test('a label that the model does not know is learned, with the others', () => {
  const names = { comment: 'reply' };
  const input = { from, added: ['reply'] as const, markup: renamed(markup, names), text: renamed(text, names), corpusDigest: DIGEST };
  const { model, before, heldOut, heldOutBy } = trainFrom(input);
  expect(model.labels).toEqual(['comment', 'legal', 'reply']);
  const found: ('comment' | 'legal' | 'reply')[] = classifyBlocks('Ann says: I loved this tale about boat 3!\nBob says: I shared this tale about boat 4!', { model }).map(({ label }) => label);
  expect(found).toEqual(['reply', 'reply']);
  expect(evaluateModel(model, input.markup).accuracy).toBe(1);
  expect(heldOutBy).toBe('site');
  const right = (rows: { gold: number; got: number }[]) => rows.filter(({ gold, got }) => gold === got).length / rows.length;
  for (const reading of ['markup', 'text'] as const) {
    expect(heldOut![reading]).toHaveLength(before[reading].length);
    expect(right(before[reading])).toBeLessThan(0.6);
    expect(right(heldOut![reading])).toBeGreaterThan(0.9);
  }
  expect(writeModel(trainFrom(input).model)).toBe(writeModel(model));
});

test('pages that agree with the model leave it right; a few that do not, cannot turn it', () => {
  const { model } = trainFrom({ from, markup: markup.slice(0, 2), text: text.slice(0, 2), corpusDigest: DIGEST });
  expect(evaluateModel(model, markup).accuracy).toBe(1);
  const wrong = { comment: 'legal', legal: 'comment' };
  const turned = trainFrom({ from, markup: renamed(markup.slice(0, 1), wrong), text: renamed(text.slice(0, 1), wrong), corpusDigest: DIGEST });
  expect(evaluateModel(turned.model, markup).accuracy).toBeGreaterThan(0.9);
  expect(turned.heldOut).toBeUndefined();
});

test('pages of one site are held out one by one; a reading without pages stays as it was', () => {
  const own = text.map((page) => ({ ...page, site: 'one.example' }));
  const { heldOutBy, heldOut, model } = trainFrom({ from, markup: [], text: own, corpusDigest: DIGEST });
  expect(heldOutBy).toBe('page');
  expect(heldOut!.markup).toEqual([]);
  expect(model.readings.markup).toEqual(from.readings.markup);
  expect(model.corpusDigest).toBe(DIGEST);
});

test('a reading whose pages are all of one site is not held out: its fits have seen them', () => {
  const site = markup[0].site;
  const { heldOut } = trainFrom({ from, markup: markup.filter((page) => page.site === site), text, corpusDigest: DIGEST });
  expect(heldOut!.markup).toEqual([]);
  expect(heldOut!.text).not.toEqual([]);
});

test('without labelled pages there is nothing to train from', () => {
  expect(() => trainFrom({ from, markup: [], text: [], corpusDigest: DIGEST })).toThrow(expect.objectContaining({ code: 'BAD_CORPUS' }));
});
