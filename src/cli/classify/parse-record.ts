import { show } from '../../errors';
import type { PageInput } from '../../types';
import { htmlInput } from './html-input';
import type { RecordError, RecordErrorCode } from './task';

const FORMS = ['html', 'text', 'blocks'] as const;
const decoder = new TextDecoder('utf-8', { fatal: true });

/** What is wrong with a record, and its `id` where that could be read. */
export class RecordFault extends Error {
  readonly error: RecordError;
  constructor(code: RecordErrorCode, message: string, readonly id?: unknown) {
    super(message);
    this.error = { code, message };
  }
}

/**
 * The record of a line: its `id`, `url` where it has one, and its page as `html`, `text` or `blocks`; other keys are ignored.
 *
 * @throws RecordFault where the line is no such record.
 */
export function parseRecord(bytes: Uint8Array): { id?: string | number; url?: string; page: PageInput } {
  const record = parseJson(bytes);
  if (typeof record !== 'object' || record === null || Array.isArray(record)) throw new RecordFault('BAD_RECORD', `expected an object such as {"id": …, "html": …}, got ${show(record)}`);
  const { id, url: given, ...rest } = record as Record<string, unknown>;
  const url = typeof given === 'string' ? given : undefined;
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') throw new RecordFault('BAD_RECORD', `expected \`id\` to be a string or a number, got ${show(id)}`);
  if (typeof id === 'number' && !comesBack(id)) throw new RecordFault('BAD_RECORD', '`id` is too large for a number: give it as a string');
  const forms = FORMS.filter((form) => rest[form] !== undefined && rest[form] !== null);
  if (forms.length !== 1) throw new RecordFault('BAD_RECORD', `expected one of \`html\`, \`text\` and \`blocks\`, got ${forms.length ? forms.map((form) => `\`${form}\``).join(' and ') : 'none'}`, id);
  const [form] = forms;
  return { id, url, page: form === 'html' ? htmlInput(rest.html as string, url) : { [form]: rest[form] } as PageInput };
}

/** Whether a number is written as it was read. One too large comes back as another or as null, and the result could not be joined to its record. */
function comesBack(id: number): boolean {
  return Number.isFinite(id) && (!Number.isInteger(id) || Number.isSafeInteger(id));
}

function parseJson(bytes: Uint8Array): unknown {
  let text;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw new RecordFault('NOT_JSON', 'not JSON: the line is not valid UTF-8');
  }
  if (!text.trim()) throw new RecordFault('NOT_JSON', 'not JSON: the line is empty');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RecordFault('NOT_JSON', `not JSON: ${(error as Error).message}`);
  }
}
