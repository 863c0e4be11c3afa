import { articleText } from '../../src/article-text';
import { classifyBlocks } from '../../src/classify-blocks';
import { writeModel } from '../../src/model/write-model';
import { trainModel } from '../../src/training/train-model';
import { newTokenIndexes, toTrainingPage } from '../../src/training/training-page';
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
  expect(words.tokens).toEqual([...words.tokens].sort());
  const of = (token: string) => words.evidence.subarray(words.tokens.indexOf(token) * 2, words.tokens.indexOf(token) * 2 + 2);
  expect(of('tale')[0]).toBeGreaterThan(1);
  expect(of('tale')[1]).toBeLessThan(-1);
  expect(of('terms of')[1]).toBeGreaterThan(1);
  expect(words.tokens).not.toContain('unheard');
});

test('the same pages give the same bytes', () => {
  expect(writeModel(trainSynthetic())).toBe(writeModel(model));
});

test('words on fewer than three pages are not learned from', () => {
  expect(trainSynthetic(syntheticPages(2)).families.get('words')!.tokens).toEqual([]);
});

test('measured figures train as pages do', () => {
  const measured = measureSynthetic(15);
  const both = trainSynthetic(syntheticPages(2), measured);
  expect(classifyBlocks(PAGE, { model: both }).map(({ label }) => label)).toEqual(['comment', 'comment', 'legal', 'legal']);
  // No word stands on three of the two written pages: it is the measured ones that know it.
  expect(both.families.get('words')!.tokens).toContain('tale');
});

describe('figures measured with other labels than those to train', () => {
  const measured = measureSynthetic(15);
  const { markup, text } = syntheticPages(12);
  const third = (labels: readonly (string | undefined)[]) => labels.map((label, i) => (label === 'comment' && i % 2 ? 'reply' : label));

  function train(labels: readonly string[], rename: typeof third) {
    const indexes = newTokenIndexes();
    return trainModel({
      labels, indexes, corpusDigest: DIGEST, measured,
      markup: markup.map((page) => toTrainingPage({ ...page, labels: rename(page.labels) }, 'markup', labels, indexes)),
      text: text.map((page) => toTrainingPage({ ...page, labels: rename(page.labels) }, 'text', labels, indexes)),
    });
  }

  test.each<[string[]]>([[['comment', 'legal']], [['legal', 'comment']]])('are told by name, whatever their order: %j', (labels) => {
    expect(classifyBlocks(PAGE, { model: train(labels, (list) => [...list]) as never }).map(({ label }) => label as string)).toEqual(['comment', 'comment', 'legal', 'legal']);
  });

  test('a label that they do not know is learned from the pages', () => {
    const model = train(['reply', 'comment', 'legal'], third);
    expect(model.labels).toEqual(['reply', 'comment', 'legal']);
    const blocks = classifyBlocks(PAGE, { model: model as never }) as unknown as { label: string; scores: Record<string, number> }[];
    expect(blocks.slice(2).map(({ label }) => label)).toEqual(['legal', 'legal']);
    for (const { scores } of blocks.slice(0, 2)) expect(scores.reply).toBeGreaterThan(scores.legal);
    // Every token counts fewer pages under the label that the figures do not know.
    const { tokens, evidence } = model.families.get('words')!;
    const of = (token: string) => evidence.subarray(tokens.indexOf(token) * 3, tokens.indexOf(token) * 3 + 3);
    expect(of('terms')[2]).toBeGreaterThan(Math.max(of('terms')[0], of('terms')[1]));
    expect(of('tale')[1]).toBeGreaterThan(of('tale')[2]);
  });

  test('a label that is not trained leaves their rows without label', () => {
    const model = train(['legal', 'reply'], (list) => list.map((label) => (label === 'comment' ? 'reply' : label)));
    expect(model.labels).toEqual(['legal', 'reply']);
    expect((classifyBlocks(PAGE, { model: model as never }) as unknown as { label: string }[]).map(({ label }) => label)).toEqual(['reply', 'reply', 'legal', 'legal']);
  });
});

test('without labelled pages there is nothing to train from', () => {
  expect(() => trainModel({ labels: LABELS, markup: [], text: [], indexes: newTokenIndexes(), corpusDigest: DIGEST }))
    .toThrow(expect.objectContaining({ code: 'BAD_CORPUS', message: 'Expected labelled pages to train the reading of markup from, got none' }));
});
