import { InputTypeError } from '../../errors';

/** A package that is needed for this alone, so that not every user installs it. */
export async function loadPeer<T>(name: string, load: () => Promise<T>, what: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new InputTypeError('BAD_OPTION', `${what} needs the package \`${name}\`, which is not installed: \`npm install ${name}\``);
  }
}
