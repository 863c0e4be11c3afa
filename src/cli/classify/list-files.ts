import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { STANDARD_INPUT } from '../standard-input';

/** Ends of the names of files in a folder that are pages or web archives; of a folder read with `--jsonl`, lines of JSON or web archives. */
const PAGE_ENDS = ['html', 'htm', 'xhtml', 'txt', 'warc', 'wet'];
const RECORD_ENDS = ['jsonl', 'ndjson'];
const LINES_ENDS = [...RECORD_ENDS, 'warc', 'wet'];

/** Codes of a link that leads nowhere: to what is gone, to what stands below a file, to itself. */
const NOWHERE: readonly string[] = ['ENOENT', 'ENOTDIR', 'ELOOP'];

const nameEnds = (ends: readonly string[]) => new RegExp(String.raw`\.(?:${ends.join('|')})(?:\.gz)?$`, 'i');
/** Names of files that hold a record a line. */
export const RECORDS_NAME = nameEnds(RECORD_ENDS);

/** A folder that holds none of the files that are looked for. */
export class EmptyFolderError extends Error {}

export interface ListedFile {
  file: string;
  bytes: number;
  /** Why the file cannot be listed. */
  error?: unknown;
}

/** The files named, and those in the folders named, in the order of their names at every level. A file that is named is taken whatever its name. */
export async function* listFiles(inputs: readonly string[], lines: boolean): AsyncGenerator<ListedFile> {
  const ends = lines ? LINES_ENDS : PAGE_ENDS;
  const wanted = nameEnds(ends);
  for (const input of inputs) {
    if (input === STANDARD_INPUT) {
      yield { file: input, bytes: 0 };
      continue;
    }
    let found = false;
    for await (const listed of listOne(input, true, wanted, [])) {
      found = true;
      yield listed;
    }
    if (!found) yield { file: input, bytes: 0, error: new EmptyFolderError(`nothing to read in it: in a folder files are looked for whose names end in ${ends.map((end) => `.${end}`).join(', ')}, gzipped or not`) };
  }
}

/** A file where it is wanted, or the wanted files in a folder. `above` are the folders that it stands in, by their real paths. */
async function* listOne(file: string, isWanted: boolean, wanted: RegExp, above: readonly string[]): AsyncGenerator<ListedFile> {
  let folder: string;
  let names: string[];
  try {
    const stats = await stat(file);
    if (!stats.isDirectory()) {
      if (isWanted) yield { file, bytes: stats.size };
      return;
    }
    folder = await realpath(file);
    // A link back to a folder that is being listed: its files come in their place, and once.
    if (above.includes(folder)) return;
    names = await readdir(file);
  } catch (error) {
    // Nobody asked for a picture that is gone. What is there and may be a folder of pages is told.
    if (isWanted || !NOWHERE.includes((error as NodeJS.ErrnoException).code ?? '')) yield { file, bytes: 0, error };
    return;
  }
  for (const inner of names.sort()) yield* listOne(join(file, inner), wanted.test(inner), wanted, [...above, folder]);
}
