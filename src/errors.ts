/** Codes of the errors that this library throws: stable, for `switch` statements; the messages may be reworded. */
export type ErrorCode = 'BAD_PAGE' | 'BAD_OPTION' | 'BAD_MODEL' | 'BAD_LABELS' | 'BAD_CORPUS';

/** Wrong use: a value of the wrong type. Carries a stable `code`. */
export class InputTypeError extends TypeError {
  override readonly name = 'TypeError';
  constructor(readonly code: ErrorCode, message: string) {
    super(message);
  }
}

/** Wrong use: a value of the right type outside its range. Carries a stable `code`. */
export class InputRangeError extends RangeError {
  override readonly name = 'RangeError';
  constructor(readonly code: ErrorCode, message: string) {
    super(message);
  }
}

const SHOWN_CHARS = 60;

/** The value as an error message shows it: short, on one line, never throwing. */
export function show(value: unknown): string {
  if (typeof value === 'string') return `a string \`${shortLine(value)}\``;
  if (value === null) return '`null`';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object') return `an object with ${Object.keys(value).length ? Object.keys(value).slice(0, 5).map((k) => `\`${k}\``).join(', ') : 'no keys'}`;
  if (typeof value === 'function') return 'a function';
  return `\`${String(value)}\``;
}

function shortLine(text: string): string {
  const start = text.slice(0, SHOWN_CHARS).replace(/[\r\n\u2028\u2029]+/g, ' ');
  return text.length > SHOWN_CHARS ? `${start}…` : start;
}
