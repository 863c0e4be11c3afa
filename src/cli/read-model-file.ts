import { readFileSync } from 'node:fs';
import { InputTypeError } from '../errors';
import { defaultModel } from '../model/default-model';
import type { Model } from '../model/model';
import { readModel } from '../model/read-model';
import { SHIPPED } from './shipped';

/** The model of a file; what is wrong with it is told with the file's name. */
export function readModelFile(file: string = SHIPPED): Model {
  if (file === SHIPPED) return defaultModel();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputTypeError('BAD_MODEL', `Cannot read the model ${file} (${(error as NodeJS.ErrnoException).code}): name a file that \`train\` wrote`);
  }
  try {
    return readModel(text);
  } catch (error) {
    throw new InputTypeError('BAD_MODEL', `${file}: ${(error as Error).message}`);
  }
}
