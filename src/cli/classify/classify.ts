import { InputTypeError } from '../../errors';
import { isFolder } from '../is-folder';
import { STANDARD_INPUT } from '../standard-input';
import { checkFlags, type ClassifyFlags } from './check-flags';
import { listFiles, RECORDS_NAME } from './list-files';
import { mapInOrder } from './map-in-order';
import { betweenPieces } from './format/between-pieces';
import { HTML_CLOSE, HTML_OPEN } from './format/format-html';
import { oneLine } from './format/one-line';
import type { ReadCounter } from './open-input';
import { readInputs } from './read-inputs';
import { showRate } from './show-rate';
import { startRunner } from './start-runner';
import type { Format } from './task';
import { OutputWriter } from './write-output';

/** What stands before and after the pages of an output. */
const AROUND: Partial<Record<Format, { open: string; close: string }>> = {
  json: { open: '[\n', close: '\n]\n' },
  html: { open: HTML_OPEN, close: HTML_CLOSE },
};

/** `classify`: reads pages or records, writes their labels. Exit code 1 where a record was bad. */
export async function classifyCommand(inputs: readonly string[], flags: ClassifyFlags): Promise<void> {
  const { settings, lines, workers } = await checkFlags(flags);
  if (!inputs.length && process.stdin.isTTY) throw new InputTypeError('BAD_OPTION', 'Expected files, folders, or `-` for standard input');
  const named = inputs.length ? inputs : [STANDARD_INPUT];
  const unread = lines ? undefined : named.find((input) => RECORDS_NAME.test(input));
  if (unread !== undefined) throw new InputTypeError('BAD_OPTION', `${unread} holds a record a line, by its name: read it with \`--jsonl\``);

  const { format, maxRecordBytes } = settings;
  const { open = '', close = '' } = AROUND[format] ?? {};
  const writer = new OutputWriter(process.stdout);
  const { signal } = writer.closed;
  const counter: ReadCounter = { bytes: 0 };
  const runner = await startRunner(workers, settings);
  const display = await showRate(await totalBytes(named, lines));
  const tasks = readInputs(named, { lines, maxRecordBytes, several: named.length > 1 || (named[0] !== STANDARD_INPUT && isFolder(named[0])) }, counter, signal);
  let records = 0;
  let written = false;
  try {
    await writer.write(open);
    for await (const outcome of mapInOrder(tasks, runner.inFlight, runner.run)) {
      if (outcome.output) await writer.write(written ? `${betweenPieces(format)}${outcome.output}` : outcome.output);
      written ||= outcome.output !== '';
      for (const problem of outcome.problems) display.say(oneLine(problem));
      if (outcome.problems.length) process.exitCode = 1;
      records += outcome.records;
      display.update(counter.bytes, records);
      if (signal.aborted) break;
    }
    await writer.write(close);
  } catch (error) {
    // Streams that were cut off when the output closed say so; nobody is left to be told.
    if (!signal.aborted) throw error;
  } finally {
    display.stop();
    await runner.stop();
  }
  if (writer.failure) throw writer.failure;
}

/** 0 where standard input is among them, whose size nobody knows. */
async function totalBytes(inputs: readonly string[], lines: boolean): Promise<number> {
  if (!process.stderr.isTTY || inputs.includes(STANDARD_INPUT)) return 0;
  let total = 0;
  for await (const { bytes } of listFiles(inputs, lines)) total += bytes;
  return total;
}
