import type { Format } from '../task';

/** What stands between two pages of an output. */
export function betweenPieces(format: Format): string {
  return format === 'json' ? ',\n' : '';
}
