import { createHash } from 'node:crypto';
import { basename } from 'node:path';

/** Name of a crawl file's result: always the same for the same path, and another for a file of the same name elsewhere. */
export function resultName(file: string): string {
  return `${basename(file).replace(/[^\w.-]+/g, '_')}.${createHash('sha256').update(file).digest('hex').slice(0, 12)}.jsonl`;
}
