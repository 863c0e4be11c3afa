import { readFileSync } from 'node:fs';
import { InputTypeError } from '../errors';
import { decodePage } from './classify/decode-page';

const STANDARD_INPUT = 0;
/** From this share of control characters on, bytes are no text. Text in any encoding stays far below, compressed data far above. */
const MAX_CONTROL_SHARE = 0.01;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g;

/**
 * The text of a page file, `-` for standard input, in the encoding that a browser would take it for; text that declares none is UTF-8
 * where it can be.
 *
 * @throws TypeError with code `BAD_PAGE` where it cannot be read or is no text.
 */
export function readSource(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? STANDARD_INPUT : file);
  } catch (error) {
    throw new InputTypeError('BAD_PAGE', `Cannot read ${file} (${(error as NodeJS.ErrnoException).code}): name an HTML or text file, or \`-\` for standard input`);
  }
  const { text } = decodePage(bytes, undefined);
  const controls = text.match(CONTROL)?.length ?? 0;
  if (controls > MAX_CONTROL_SHARE * text.length) throw new InputTypeError('BAD_PAGE', `Expected ${file} to be HTML or plain text, got binary data (${controls} of ${text.length} characters are controls)`);
  return text;
}
