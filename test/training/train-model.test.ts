import { articleText } from '../../src/article-text';
import { classifyBlocks } from '../../src/classify-blocks';
import { writeModel } from '../../src/model/write-model';
import { trainModel } from '../../src/training/train-model';
import { newTokenIndexes } from '../../src/training/training-page';
import { DIGEST, LABELS, measureSynthetic, syntheticPages, trainSynthetic } from './synthetic-pages';

const model = trainSynthetic();

// None of these sentences stands on a page of the training.
const PAGE = `<body><main><div class="reply"><p>Zoe says: I disliked this tale about boat 90!</p></div><div class="reply"><p>Yan says: I liked this tale!</p></div></main>
  <footer><ul><li><a href="/legal">Terms and cookies</a></li><li><a href="/legal">Rights reserved</a></li></ul></footer></body>`;

test('a model of other labels works through `classifyBlocks`', () => {
  const blocks = classifyBlocks(PAGE, { model });
  expect(blocks.map(({ label }) => label)).toEqual(['comment', 'comment', 'legal', 'legal']);
  for (const { scores, label, confidence, content } of blocks) {
    expect(Object.keys(scores)).toEqual(['comment', 'legal']);
    expect(scores.comment + scores.legal).toBeCloseTo(1, 9);
    expect(scores[label]).toBe(confidence);
    expect(confidence).toBeGreaterThan(0.6);
    expect(content >= 0 && content <= 1).toBe(true);
  }
  expect(articleText(blocks, { label: 'legal' })).toBe('Terms and cookies\nRights reserved');
});

test('and on plain text', () => {
  const blocks = classifyBlocks('Zoe says: I disliked this tale about boat 90!\nYan says: I liked this tale!\nTerms of use\n© 1999 All rights reserved', { model });
  expect(blocks.map(({ label }) => label)).toEqual(['comment', 'comment', 'legal', 'legal']);
});

test('the model says what it was trained on', () => {
  expect(model.labels).toEqual(['comment', 'legal']);
  expect(model.corpusDigest).toBe(DIGEST);
  const words = model.families.get('words')!;
  expect([...words.vocabulary.keys()]).toEqual([...words.vocabulary.keys()].sort());
  const of = (token: string) => words.evidence.subarray(words.vocabulary.get(token)! * 2, words.vocabulary.get(token)! * 2 + 2);
  expect(of('tale')[0]).toBeGreaterThan(1);
  expect(of('tale')[1]).toBeLessThan(-1);
  expect(of('terms of')[1]).toBeGreaterThan(1);
  expect(words.vocabulary.has('unheard')).toBe(false);
});

test('the same pages give the same bytes', () => {
  expect(writeModel(trainSynthetic())).toBe(writeModel(model));
});

test('words on fewer than three pages are not learned from', () => {
  expect(trainSynthetic(syntheticPages(2)).families.get('words')!.vocabulary.size).toBe(0);
});

test('measured figures train as pages do', () => {
  const measured = measureSynthetic(15);
  const both = trainSynthetic(syntheticPages(2), measured);
  expect(classifyBlocks(PAGE, { model: both }).map(({ label }) => label)).toEqual(['comment', 'comment', 'legal', 'legal']);
  // No word stands on three of the two written pages: it is the measured ones that know it.
  expect(both.families.get('words')!.vocabulary.has('tale')).toBe(true);
});

test('without labelled pages there is nothing to train from', () => {
  expect(() => trainModel({ labels: LABELS, markup: [], text: [], indexes: newTokenIndexes(), corpusDigest: DIGEST }))
    .toThrow(expect.objectContaining({ code: 'BAD_CORPUS', message: 'Expected labelled pages to train the reading of markup from, got none' }));
});
