import type { Features } from '../features/extract-features';
import type { Model } from '../model/model';
import { blockInputs } from '../scores/block-inputs';
import { firstScores, layoutOf, secondPass, type Revised } from './second-pass';

/** Final scores of a page's blocks from their features: first pass, then second. */
export function scoreFeatures(features: Features, model: Model): Revised {
  const inputs = blockInputs(features, model);
  const reading = model.readings[features.reading];
  return secondPass(inputs, firstScores(inputs, reading), layoutOf(features), reading);
}
