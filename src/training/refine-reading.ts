import type { Reading } from '../features/extract-features';
import type { ReadingModel } from '../model/model';
import { inputWidth } from '../scores/block-inputs';
import { fitNetwork, type FitOptions } from './fit-network';
import { contentRows, labelRows, withContext, type OnProgress } from './fit-reading';
import type { PageRows } from './training-rows';

/** Steps of the fits, and how hard the weights are held to those they begin at. Measured by folds (`npm run eval -- --bench`). */
const REFINE: Readonly<Record<'first' | 'second' | 'content', Omit<FitOptions, 'hidden' | 'prior'>>> = {
  first: { epochs: 2, batch: 128, rate: 0.003, decay: 50, dropInputs: 0, seed: 1 },
  second: { epochs: 2, batch: 128, rate: 0.003, decay: 50, dropInputs: 0.1, seed: 7 },
  content: { epochs: 2, batch: 128, rate: 0.003, decay: 200, dropInputs: 0.1, seed: 11 },
};

/**
 * Moves a fitted reading towards further pages. The weights begin at the reading's own and are held to them; the calibration stays, since
 * it was found on pages that its fits had not seen.
 */
export function refineReading(reading: Reading, pages: readonly PageRows[], labels: number, prior: ReadingModel, onProgress: OnProgress = () => {}): ReadingModel {
  const refine = (part: 'first' | 'second' | 'content'): FitOptions => ({ ...REFINE[part], hidden: prior[part].hidden, prior: prior[part] });
  const first = fitNetwork(labelRows(pages, (page) => page.inputs, inputWidth(reading, labels), labels), refine('first'));
  onProgress(1 / 4);
  const secondPages = pages.map((page) => withContext(page, first, labels));
  const second = fitNetwork(labelRows(secondPages, (page) => page.rows, prior.second.inputs, labels), refine('second'));
  onProgress(3 / 4);
  const known = contentRows(secondPages, prior.content.inputs);
  const content = known.weights.length ? fitNetwork(known, refine('content')) : prior.content;
  onProgress(1);
  return { ...prior, first, second, content };
}
