import { InputTypeError } from '../errors';
import type { Reading } from '../features/extract-features';
import { contextInputs } from '../labels/context';
import type { ReadingModel } from '../model/model';
import { joinRows, inputWidth } from '../scores/block-inputs';
import { softmaxRows, type Network } from '../scores/network';
import { runNetwork } from '../scores/run-network';
import { fitNetwork, type FitOptions, type FitRows } from './fit-network';
import type { PageRows } from './training-rows';

/**
 * Settings of the fits, measured by folds (`npm run eval -- --bench`). A network of 32 hidden units is 1 point of macro-F1 better than several of 13
 * side by side; the mean of two is steadier than one, above all for the content. Rows that are only sampled need smaller batches and more epochs than
 * all rows of all pages.
 */
export const FIT: Readonly<{ groups: number; networks: number; first: FitOptions; second: FitOptions; content: Omit<FitOptions, 'hidden'> }> = {
  groups: 5,
  networks: 2,
  first: { hidden: 0, epochs: 5, batch: 16, rate: 0.005, decay: 0.001, dropInputs: 0, seed: 1 },
  second: { hidden: 32, epochs: 10, batch: 24, rate: 0.005, decay: 0.05, dropInputs: 0.1, seed: 7 },
  content: { epochs: 10, batch: 24, rate: 0.005, decay: 0.05, dropInputs: 0.1, seed: 11 },
};

/** Hidden units of a network for the content: what is known of the layout takes some more. With 12 for plain text too, or 24, nothing is gained. */
const CONTENT_UNITS: Readonly<Record<Reading, number>> = { markup: 12, text: 8 };

/** What to change in the settings where all rows are at hand. */
const ALL_ROWS: Readonly<Record<'first' | 'second' | 'content', Pick<FitOptions, 'epochs' | 'batch'>>> = {
  first: { epochs: 2, batch: 64 },
  second: { epochs: 3, batch: 128 },
  content: { epochs: 3, batch: 64 },
};

/** A page's rows with the inputs of the second pass. */
export interface SecondPage extends PageRows {
  rows: Float32Array;
}

/** A reading fitted on all groups of folds, and for each group that was held out as fitted on the others alone. */
export interface FittedReading {
  fit: ReadingModel;
  without: readonly ReadingModel[];
}

/** Reports progress: a share from 0 to 1. */
export type OnProgress = (done: number) => void;

export interface FitReadingOptions<P extends PageRows> {
  onProgress?: OnProgress;
  /** Is told the final scores of each page that is held out, by a fit that did not see it. */
  onHeldOut?: (page: P, scores: Float64Array) => void;
  /** All rows of the pages are given, or a sample. */
  rowsOf?: 'all' | 'sampled';
  /** How many groups get a fit without them, on whose scores the calibration rests. One is enough where these fits are not asked for. */
  heldOutGroups?: number;
}

/**
 * Fits the combination of one reading. Folds are put into groups; each group is scored by fits of the first pass on the other groups, so that the
 * second pass learns from scores as they are on pages never seen. So does the calibration, from whole fits without a group. The networks of the fit
 * are means of several, fitted on all pages.
 */
export function fitReading<P extends PageRows>(
  reading: Reading, pages: readonly P[], labels: number, { onProgress = () => {}, onHeldOut = () => {}, rowsOf = 'sampled', heldOutGroups = FIT.groups }: FitReadingOptions<P> = {},
): FittedReading {
  if (!pages.length) throw new InputTypeError('BAD_CORPUS', `Expected labelled pages to train the reading of ${reading} from, got none`);
  // The units of the content alone depend on the reading: the other parts name theirs.
  const optionsOf = (part: 'first' | 'second' | 'content', number: number): FitOptions => ({ hidden: CONTENT_UNITS[reading], ...FIT[part], ...(rowsOf === 'all' && ALL_ROWS[part]), seed: FIT[part].seed + number });
  const groupOf = groupFolds(pages);
  const groups = [...new Set(groupOf)].sort();
  const heldOut = groups.slice(0, heldOutGroups);
  const outside = <Q>(list: readonly Q[], group: number) => list.filter((_, i) => groupOf[i] !== group || groups.length === 1);
  const width = inputWidth(reading, labels);
  const steps = groups.length + 2 * (heldOut.length + FIT.networks);
  let done = 0;
  const stepped = <T>(value: T): T => {
    onProgress(++done / steps);
    return value;
  };

  const secondPages: SecondPage[] = [];
  const firstFits = groups.map((group) => {
    const fit = fitNetwork(labelRows(outside(pages, group), (page) => page.inputs, width, labels), optionsOf('first', 0));
    pages.forEach((page, i) => {
      if (groupOf[i] === group) secondPages[i] = withContext(page, fit, labels);
    });
    return stepped(fit);
  });
  const secondWidth = secondPages[0].rows.length / secondPages[0].labels.length;
  const fitSecond = (on: readonly SecondPage[], number: number) => stepped(fitNetwork(labelRows(on, (page) => page.rows, secondWidth, labels), optionsOf('second', number)));
  const fitContent = (on: readonly SecondPage[], number: number) => stepped(fitNetwork(contentRows(on, secondWidth), optionsOf('content', number)));
  const scored: { values: Float64Array; page: P }[] = [];
  const without = heldOut.map((group, k) => {
    const second = fitSecond(outside(secondPages, group), group);
    secondPages.forEach((page, i) => {
      if (groupOf[i] === group) scored.push({ values: runNetwork(second, page.rows), page: pages[i] });
    });
    return { first: firstFits[k], second, content: fitContent(outside(secondPages, group), group) };
  });
  const calibration = { means: meanInputs(secondPages, secondWidth), sharpness: fitSharpness(scored, labels) };
  for (const { values, page } of scored) onHeldOut(page, softmaxRows(values.map((value) => value * calibration.sharpness), labels));
  const several = (fit: (on: readonly SecondPage[], number: number) => Network) => sideBySide(Array.from({ length: FIT.networks }, (_, k) => fit(secondPages, FIT.groups + k)));
  return {
    fit: { first: meanOfLinear(firstFits), second: several(fitSecond), content: several(fitContent), ...calibration },
    without: without.map((networks) => ({ ...networks, ...calibration })),
  };
}

/** The page with the inputs of the second pass, from the scores of a fit of the first. */
export function withContext<P extends PageRows>(page: P, first: Network, labels: number): P & SecondPage {
  const scores = softmaxRows(runNetwork(first, page.inputs), labels);
  return { ...page, rows: joinRows(page.inputs, contextInputs(scores, labels, page.layout), page.labels.length) };
}

/** Group of each page: its fold, folded into at most `FIT.groups` groups. */
function groupFolds(pages: readonly PageRows[]): number[] {
  const folds = [...new Set(pages.map(({ fold }) => fold))].sort((a, b) => a - b);
  return pages.map(({ fold }) => folds.indexOf(fold) % FIT.groups);
}

export function labelRows<P extends PageRows>(pages: readonly P[], inputsOf: (page: P) => Float32Array, width: number, labels: number): FitRows {
  return selectRows(pages, inputsOf, width, labels, (page) => page.labels);
}

/** Rows with known content: two outputs, not content and content. */
export function contentRows(pages: readonly SecondPage[], width: number): FitRows {
  return selectRows(pages, (page) => page.rows, width, 2, (page) => page.content);
}

function selectRows<P extends PageRows>(
  pages: readonly P[], inputsOf: (page: P) => Float32Array, width: number, outputs: number, classOf: (page: P) => Int8Array,
): FitRows {
  let count = 0;
  for (const page of pages) for (const value of classOf(page)) if (value >= 0) count++;
  const rows: FitRows = { width, inputs: new Float32Array(count * width), outputs, targets: new Float32Array(count * outputs), weights: new Float32Array(count) };
  let at = 0;
  for (const page of pages) {
    const inputs = inputsOf(page);
    classOf(page).forEach((value, i) => {
      if (value < 0) return;
      rows.inputs.set(inputs.subarray(i * width, (i + 1) * width), at * width);
      rows.targets[at * outputs + value] = 1;
      rows.weights[at++] = page.weights[i];
    });
  }
  return rows;
}

/** The linear network whose outputs are the means of the outputs of several. */
function meanOfLinear(fits: readonly Network[]): Network {
  const mean = (part: (fit: Network) => Float32Array) => part(fits[0]).map((_, i) => fits.reduce((sum, fit) => sum + part(fit)[i], 0) / fits.length);
  return { ...fits[0], first: mean((fit) => fit.first), secondBias: mean((fit) => fit.secondBias) };
}

/** The network whose outputs are the means of the outputs of several: their hidden units side by side. */
function sideBySide(fits: readonly Network[]): Network {
  const { inputs, hidden, outputs } = fits[0];
  const all = hidden * fits.length;
  const network: Network = {
    inputs, hidden: all, outputs, first: new Float32Array(inputs * all), firstBias: new Float32Array(all), second: new Float32Array(all * outputs), secondBias: new Float32Array(outputs),
  };
  fits.forEach((fit, k) => {
    for (let i = 0; i < inputs; i++) network.first.set(fit.first.subarray(i * hidden, (i + 1) * hidden), i * all + k * hidden);
    network.firstBias.set(fit.firstBias, k * hidden);
    network.second.set(fit.second.map((weight) => weight / fits.length), k * hidden * outputs);
    for (let o = 0; o < outputs; o++) network.secondBias[o] += fit.secondBias[o] / fits.length;
  });
  return network;
}

function meanInputs(pages: readonly SecondPage[], width: number): Float32Array {
  const sums = new Float64Array(width);
  let rows = 0;
  for (const page of pages) {
    for (let at = 0; at < page.rows.length; at++) sums[at % width] += page.rows[at];
    rows += page.labels.length;
  }
  return Float32Array.from(sums, (sum) => sum / rows);
}

const SHARPNESS_STEPS = 40;

/** The factor on the outputs that makes the held-out log-likelihood largest (temperature scaling, Guo and others, 2017), by golden section. */
function fitSharpness(heldOut: readonly { values: Float64Array; page: PageRows }[], labels: number): number {
  const loss = (sharpness: number): number => {
    let sum = 0;
    for (const { values, page } of heldOut) {
      page.labels.forEach((label, i) => {
        if (label < 0) return;
        let most = -Infinity;
        for (let l = 0; l < labels; l++) most = Math.max(most, values[i * labels + l] * sharpness);
        let total = 0;
        for (let l = 0; l < labels; l++) total += Math.exp(values[i * labels + l] * sharpness - most);
        sum += Math.log(total) + most - values[i * labels + label] * sharpness;
      });
    }
    return sum;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = 0.2;
  let high = 3;
  for (let i = 0; i < SHARPNESS_STEPS; i++) {
    const a = high - golden * (high - low);
    const b = low + golden * (high - low);
    if (loss(a) <= loss(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}
