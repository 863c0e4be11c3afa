import type { DefaultLabel } from '../types';
import type { Model } from './model';
import file from './model.json' with { type: 'json' };
import { readModel } from './read-model';

let model: Model<DefaultLabel> | undefined;

/** The model that ships with the package, read at the first call. */
export function defaultModel(): Model<DefaultLabel> {
  return (model ??= readModel<DefaultLabel>(file));
}
