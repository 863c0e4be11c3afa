import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { SPLITTER_VERSION } from '../blocks/split-page';
import { InputTypeError } from '../errors';
import { EVERY_FAMILY, FEATURES_VERSION, HEURISTIC_NAMES, READINGS, type Reading } from '../features/extract-features';
import { LEVELS } from '../model/packed-numbers';
import { READING_SCHEMA, type ReadingFile } from '../model/model-file';
import { readReading } from '../model/read-model';
import { readingFile } from '../model/write-model';
import type { FittedReading } from '../training/fit-reading';
import { FOLDS } from '../training/labelled-page';
import { readRows, writeRows } from '../training/measured';
import { TokenCounts } from '../training/token-counts';
import { WEIGHT_STEPS_A_UNIT } from '../training/token-weights';
import type { Measured } from '../training/train-model';
import type { TokenIndexes } from '../training/training-page';
import { writeWhole } from './write-file';

interface About {
  splitterVersion: number;
  featuresVersion: number;
  labels: string[];
  folds: number;
  heuristics: Record<Reading, readonly string[]>;
}

/** Writes measured figures to a folder: `about.json`, a table of token counts for each family, the sampled rows and the fits of both readings. */
export function writeMeasured(folder: string, measured: Measured): void {
  const about: About = { splitterVersion: SPLITTER_VERSION, featuresVersion: FEATURES_VERSION, labels: [...measured.labels], folds: FOLDS, heuristics: HEURISTIC_NAMES };
  writeWhole(join(folder, 'about.json'), `${JSON.stringify(about, null, 1)}\n`);
  for (const name of EVERY_FAMILY) writeWhole(join(folder, `tokens-${name}.tsv`), writeTokens(measured.counts.get(name)!, measured.weights?.get(name)));
  for (const reading of READINGS) {
    writeWhole(join(folder, `rows-${reading}.txt`), writeRows(measured.rows[reading], reading, measured.labels));
    if (measured.fits) writeWhole(join(folder, `fits-${reading}.json`), writeFits(measured.fits[reading], reading));
  }
}

/** Measured figures of a folder; undefined where the folder holds none. */
export function readMeasured(folder: string, indexes: TokenIndexes): Measured | undefined {
  if (!existsSync(join(folder, 'about.json'))) return undefined;
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const about = JSON.parse(read('about.json')) as About;
  if (about.splitterVersion !== SPLITTER_VERSION || about.featuresVersion !== FEATURES_VERSION) {
    throw new InputTypeError('BAD_CORPUS', `The figures in ${folder} were measured with splitter ${about.splitterVersion} and features ${about.featuresVersion}, this is splitter ${SPLITTER_VERSION} and features ${FEATURES_VERSION}: measure anew (\`npm run measure\`)`);
  }
  const counts = new Map(EVERY_FAMILY.map((name) => [name, new TokenCounts(indexes.get(name)!, FOLDS, about.labels.length)]));
  const weights = new Map(EVERY_FAMILY.map((name) => [name, readTokens(read(`tokens-${name}.tsv`), counts.get(name)!, `tokens-${name}.tsv`)]));
  const rows = (reading: Reading) => readRows(read(`rows-${reading}.txt`), reading, about.labels, `rows-${reading}.txt`);
  const fits = (reading: Reading) => readFits(read(`fits-${reading}.json`), reading, about.labels.length, `fits-${reading}.json`);
  return {
    labels: about.labels, indexes, counts, weights,
    rows: { markup: rows('markup'), text: rows('text') },
    ...(existsSync(join(folder, 'fits-markup.json')) && { fits: { markup: fits('markup'), text: fits('text') } }),
  };
}

/** The fits of a reading: of all folds, then without each. */
function writeFits({ fit, without }: FittedReading, reading: Reading): string {
  return `${JSON.stringify([fit, ...without].map((one) => readingFile(reading, one)), null, 1)}\n`;
}

function readFits(text: string, reading: Reading, labels: number, file: string): FittedReading {
  const parsed = v.safeParse(v.tuple(Array.from({ length: FOLDS + 1 }, () => READING_SCHEMA)), JSON.parse(text));
  if (!parsed.success) throw new InputTypeError('BAD_CORPUS', `Expected ${FOLDS + 1} fits in ${file}, one of all folds and one without each: at \`${v.getDotPath(parsed.issues[0]) ?? 'top level'}\` ${parsed.issues[0].message}`);
  const [fit, ...without] = (parsed.output as ReadingFile[]).map((one) => readReading(reading, one, labels));
  return { fit, without };
}

/** Weights of a token that was not weighed: one character each, in steps. */
const UNWEIGHED = LEVELS[WEIGHT_STEPS_A_UNIT].repeat(FOLDS + 1);

/** A line a token: the token, for each fold the pages under each label, empty for none, then its weights: of all folds and without each. */
function writeTokens(counts: TokenCounts, weights: readonly Float32Array[] | undefined): string {
  const { index, folds, labels } = counts;
  const lines: string[] = [];
  index.names.forEach((name, token) => {
    let any = false;
    const cells = Array.from({ length: folds }, (_, fold) => Array.from({ length: labels }, (__, label) => {
      const pages = counts.get(token, fold, label);
      any ||= pages > 0;
      return pages || '';
    }).join(','));
    if (any) lines.push(`${name}\t${cells.join(' ')}\t${weights ? weights.map((column) => LEVELS[column[token] * WEIGHT_STEPS_A_UNIT]).join('') : UNWEIGHED}\n`);
  });
  return lines.sort((a, b) => (a < b ? -1 : 1)).join('');
}

/** Adds the counts to a table and returns the weights, by token number. */
function readTokens(text: string, into: TokenCounts, file: string): Float32Array[] {
  const found: [token: number, steps: number[]][] = [];
  text.split('\n').forEach((line, i) => {
    if (!line) return;
    const [name, cells = '', chars = ''] = line.split('\t');
    const folds = cells.split(' ');
    const steps = Array.from(chars, (char) => LEVELS.indexOf(char));
    if (!name || folds.length !== into.folds || steps.length !== into.folds + 1 || steps.includes(-1)) {
      throw new InputTypeError('BAD_CORPUS', `Expected a token, a tab, counts of ${into.folds} folds, a tab and ${into.folds + 1} weights at ${file}:${i + 1}`);
    }
    const token = into.index.numberOf(name);
    found.push([token, steps]);
    folds.forEach((cell, fold) => cell.split(',').forEach((pages, label) => {
      if (pages) into.add(token, fold, label, Number(pages));
    }));
  });
  const weights = Array.from({ length: into.folds + 1 }, () => new Float32Array(into.index.names.length).fill(1));
  for (const [token, steps] of found) steps.forEach((step, column) => (weights[column][token] = step / WEIGHT_STEPS_A_UNIT));
  return weights;
}
