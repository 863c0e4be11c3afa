import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { STANDARD_INPUT } from './open-input';

/** Files of a folder that are pages or web archives; of a folder read with `--jsonl`, lines of JSON or web archives. */
const PAGE_FILE = /\.(?:html?|xhtml|txt|warc|wet)(?:\.gz)?$/i;
const LINES_FILE = /\.(?:jsonl|ndjson|warc|wet)(?:\.gz)?$/i;

export interface ListedFile {
  file: string;
  bytes: number;
  /** Why the file cannot be listed. */
  error?: unknown;
}

/** The files named, and those in the folders named, in the order of their names at every level. A file that is named is taken whatever its name. */
export async function* listFiles(inputs: readonly string[], lines: boolean): AsyncGenerator<ListedFile> {
  for (const input of inputs) {
    if (input === STANDARD_INPUT) yield { file: input, bytes: 0 };
    else yield* listOne(input, undefined, lines ? LINES_FILE : PAGE_FILE);
  }
}

async function* listOne(file: string, name: string | undefined, wanted: RegExp): AsyncGenerator<ListedFile> {
  let names: string[];
  try {
    const stats = await stat(file);
    if (!stats.isDirectory()) {
      if (name === undefined || wanted.test(name)) yield { file, bytes: stats.size };
      return;
    }
    names = await readdir(file);
  } catch (error) {
    yield { file, bytes: 0, error };
    return;
  }
  for (const inner of names.sort()) yield* listOne(join(file, inner), inner, wanted);
}
