import { availableParallelism } from 'node:os';
import { InputRangeError, InputTypeError, show } from '../../errors';
import { checkWholeNumber } from '../check-whole-number';
import { splitLabels } from '../split-labels';
import { FORMATS, type Format, type Settings } from './task';

/** Flags of `classify` as they are typed. */
export interface ClassifyFlags {
  format?: string;
  label?: string;
  explain?: boolean;
  article?: boolean;
  jsonl?: boolean;
  workers?: number | string;
  maxRecord?: number | string;
  model?: string;
  /** What stands after `--`: inputs, though they may begin with a dash. */
  '--'?: string[];
}

/** More only wait for one another. */
const WORKERS_PER_CORE = 4;
const UNITS: Record<string, number> = { '': 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9 };
/** What a string of JavaScript can hold, about. */
const MOST_BYTES = 500e6;

/**
 * The flags checked and with their defaults.
 *
 * @throws TypeError, RangeError that says what was given and what would be right.
 */
export async function checkFlags({ format, label, explain = false, article = false, jsonl = false, workers = 1, maxRecord = '50MB', model }: ClassifyFlags): Promise<{ settings: Settings; lines: boolean; workers: number }> {
  if (format !== undefined && !FORMATS.includes(format as Format)) throw new InputTypeError('BAD_OPTION', `Expected \`--format\` to be one of ${FORMATS.join(', ')}, got ${show(format)}`);
  if (jsonl && format !== undefined && format !== 'jsonl') throw new InputTypeError('BAD_OPTION', `\`--jsonl\` writes a line for each record: it goes with \`--format jsonl\` alone, got ${show(format)}`);
  const forJson = [explain && '`--explain`', article && '`--article`'].filter(Boolean).join(' and ');
  if (forJson && format !== undefined && !format.startsWith('json')) throw new InputTypeError('BAD_OPTION', `Expected ${forJson} with \`--format\` json or jsonl, which have room for it, got ${show(format)}`);
  checkWholeNumber('workers', workers, 1, WORKERS_PER_CORE * availableParallelism());
  return {
    settings: { format: (format as Format | undefined) ?? 'jsonl', compact: jsonl, labels: await checkLabels(label, model), explain, article, model, maxRecordBytes: checkBytes(maxRecord) },
    lines: jsonl,
    workers,
  };
}

async function checkLabels(label: string | undefined, model: string | undefined): Promise<string[] | undefined> {
  // A model that cannot be read is told now, not once for each record; where none is named, this thread may need none.
  const known = label === undefined && model === undefined ? [] : (await import('./run-task')).modelOf(model).labels;
  if (label === undefined) return undefined;
  const labels = splitLabels(label);
  const unknown = labels.find((name) => !known.includes(name));
  if (unknown !== undefined || !labels.length) throw new InputTypeError('BAD_OPTION', `Expected \`--label\` to name labels of the model (${known.join(', ')}), got ${show(unknown ?? label)}`);
  return labels;
}

function checkBytes(size: number | string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(String(size)) ?? [];
  const bytes = Math.floor(Number(number) * UNITS[(unit ?? '').toLowerCase()]);
  if (!(bytes >= 1 && bytes <= MOST_BYTES)) throw new InputRangeError('BAD_OPTION', `Expected \`--max-record\` to be a size such as 50MB, at most ${MOST_BYTES / 1e6}MB, got ${show(size)}`);
  return bytes;
}
