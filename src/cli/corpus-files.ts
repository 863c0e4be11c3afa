import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { InputTypeError } from '../errors';
import { labelledPage, labelsOf, pageAsText, parseLabels, type LabelsFile } from '../training/corpus-page';
import type { LabelledPage } from '../training/labelled-page';
import type { DefaultLabel } from '../types';
import type { Measured } from '../training/train-model';
import { newTokenIndexes, toTrainingPage, type TokenIndexes, type TrainingPage } from '../training/training-page';
import { readMeasured } from './measured-files';
import { readOrTell } from './read-or-tell';
import { sha256 } from './sha256';

/** The labels of the package's own model, in its order. */
export const DEFAULT_LABELS: readonly DefaultLabel[] = ['article', 'navigation', 'promo', 'related'];

/** A corpus folder, read: `pages/` and `measured/`. */
export interface Corpus {
  labels: readonly string[];
  /** Pages as they are. */
  pages: LabelledPage[];
  /** The same pages as plain text. */
  texts: LabelledPage[];
  markup: TrainingPage[];
  text: TrainingPage[];
  measured?: Measured;
  indexes: TokenIndexes;
  digest: string;
}

/** Reads a corpus folder, without `measured/` where that is not wanted. Pages that are HTML train the markup reading; all pages, as lines of text, the text reading. */
export function readCorpus(folder: string, options: { measured: boolean } = { measured: true }): Corpus {
  const pagesFolder = join(folder, 'pages');
  const files: { labels: LabelsFile; source: string }[] = listPages(pagesFolder).filter((file) => file.endsWith('.labels')).sort().map((file) => {
    const labels = parseLabels(readFile(join(pagesFolder, file)).toString('utf8'), file);
    const source = readFile(join(pagesFolder, labels.page)).toString('utf8');
    if (sha256(source) !== labels.sha256) throw new InputTypeError('BAD_LABELS', `${file} was made for another version of ${labels.page}: their sha256 differ`);
    return { labels, source };
  });
  const labels = labelsOf(files.map((file) => file.labels), DEFAULT_LABELS);
  const indexes = newTokenIndexes();
  const pages = files.map((file) => labelledPage(file.source, file.labels, labels));
  const texts = files.map((file, i) => pageAsText(pages[i], file.labels, labels));
  return {
    labels, pages, texts, indexes,
    markup: pages.filter(({ page }) => page.source === 'html').map((page) => toTrainingPage(page, 'markup', labels, indexes)),
    text: texts.map((page) => toTrainingPage(page, 'text', labels, indexes)),
    measured: options.measured ? readMeasured(join(folder, 'measured'), indexes) : undefined,
    digest: corpusDigest(folder),
  };
}

function listPages(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new InputTypeError('BAD_CORPUS', `Expected a corpus with labelled pages in ${folder}, found no such folder (${(error as NodeJS.ErrnoException).code}): name one that holds \`pages/\``);
  }
}

function readFile(file: string): Buffer {
  return readOrTell(file, (got) => {
    throw new InputTypeError('BAD_CORPUS', `Expected ${file} to be a file, got ${got}: a corpus holds labels files, the pages that they name, and figures`);
  })!;
}

/** SHA-256 over the names and contents of everything that training reads. */
export function corpusDigest(folder: string): string {
  const hash = createHash('sha256');
  for (const part of ['pages', 'measured']) {
    let files: string[];
    try {
      files = readdirSync(join(folder, part)).sort();
    } catch {
      continue;
    }
    for (const file of files) hash.update(`${part}/${file}\0`).update(readFile(join(folder, part, file))).update('\0');
  }
  return hash.digest('hex');
}
