import type { Grammar } from './sentence-shape';

/** The grammar of `compromise/two`, undefined where that package is not installed. Only the command line loads it; callers of the library pass it in. */
export async function loadGrammar(): Promise<Grammar | undefined> {
  try {
    return (await import('compromise/two')).default;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
