import { formByName } from '../../training/page-form';
import { fileError } from './file-error';
import { listFiles } from './list-files';
import { openInput, type ReadCounter } from './open-input';
import { readWarc } from './read-warc';
import { readWhole } from './read-whole';
import { splitLines } from './split-lines';
import { tooLarge, type Task } from './task';

export interface InputSettings {
  /** Files hold a JSON record a line. */
  lines: boolean;
  maxRecordBytes: number;
  /** More than one page is to be expected. */
  several: boolean;
}

/** The tasks that the named files and folders make, in order. A file that cannot be read makes one that says so. */
export async function* readInputs(inputs: readonly string[], settings: InputSettings, counter: ReadCounter, signal: AbortSignal): AsyncGenerator<Task> {
  for await (const listed of listFiles(inputs, settings.lines)) {
    try {
      if (listed.error) throw listed.error;
      yield* readFile(listed.file, settings, counter, signal);
    } catch (error) {
      yield { kind: 'bad', place: { file: listed.file }, id: listed.file, error: fileError(error) };
    }
  }
}

async function* readFile(file: string, { lines, maxRecordBytes, several }: InputSettings, counter: ReadCounter, signal: AbortSignal): AsyncGenerator<Task> {
  const { chunks, isWarc, brokenMembers } = await openInput(file, counter, signal);
  if (isWarc) yield* readWarc(file, chunks, maxRecordBytes, brokenMembers);
  else if (lines) yield* splitLines(file, chunks, maxRecordBytes);
  else {
    const bytes = await readWhole(chunks, maxRecordBytes);
    if (bytes) yield { kind: 'page', place: { file }, id: file, bytes, several, reading: formByName(file) };
    else yield { kind: 'bad', place: { file }, id: file, error: tooLarge(maxRecordBytes) };
  }
}
