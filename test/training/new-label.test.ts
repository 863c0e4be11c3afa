import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../../src/features/extract-features';
import { defaultModel } from '../../src/model/default-model';
import type { Model } from '../../src/model/model';
import { labelledPage, pageAsText, parseLabels } from '../../src/training/corpus-page';
import { scorePage } from '../../src/training/evaluate-model';
import { figuresOf } from '../../src/training/figures';
import { trainFrom } from '../../src/training/train-from';

const FOLDER = join('corpus', 'pages');
const NEW = 'comment';
const MIN_BLOCKS = 2;
/** Pages to train on: every third of those with readers' comments. */
const EVERY = 3;

/** The bundled pages that hold readers' comments, which the shipped model knows nothing of. */
function pagesWithComments(labels: readonly string[]) {
  return readdirSync(FOLDER).filter((file) => file.endsWith('.labels')).sort().flatMap((file) => {
    const read = parseLabels(readFileSync(join(FOLDER, file), 'utf8'), file);
    if (read.lines.filter(([label]) => label === NEW).length < MIN_BLOCKS) return [];
    const markup = labelledPage(readFileSync(join(FOLDER, read.page), 'utf8'), read, labels);
    return [{ markup, text: pageAsText(markup, read, labels) }];
  });
}

test('a new label is learned from four or five blocks on each of twenty pages, and the others are as right as before', () => {
  const from = defaultModel();
  const labels = [...from.labels, NEW];
  const pages = pagesWithComments(labels);
  expect(pages.length).toBeGreaterThanOrEqual(55);
  const train = pages.filter((_, i) => i % EVERY === 0);
  const html = ({ markup }: (typeof pages)[number]) => markup.page.source === 'html';
  const { model } = trainFrom({ from, added: [NEW], markup: train.filter(html).map(({ markup }) => markup), text: train.map(({ text }) => text), corpusDigest: '0'.repeat(64) });
  const test = pages.filter((_, i) => i % EVERY !== 0);
  const scored: [Reading, (typeof pages)[number]['markup'][]][] = [['markup', test.filter(html).map(({ markup }) => markup)], ['text', test.map(({ text }) => text)]];
  for (const [reading, list] of scored) {
    const [before, after] = [from as Model, model as Model].map((by) => figuresOf(list.flatMap((page) => scorePage(by as Model<string>, page, reading)), labels).byLabel);
    const mean = (figures: typeof after) => from.labels.reduce((sum, label) => sum + figures[label].f1, 0) / from.labels.length;
    const { precision, recall } = after[NEW];
    expect({ reading, found: recall > 0.5, right: precision > 0.75, others: mean(after) > mean(before) - 0.01 }).toEqual({ reading, found: true, right: true, others: true });
  }
}, 60_000);
