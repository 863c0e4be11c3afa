import { readFileSync } from 'node:fs';
import { InputTypeError } from '../errors';
import { beginsWith, GZIP, WARC } from './classify/byte-marks';
import { decodePage } from './classify/decode-page';
import { unreadablePage } from './classify/unreadable-page';
import { STANDARD_INPUT } from './standard-input';

/**
 * The text of a page file, `-` for standard input, in the character set that a browser would take it for; text that declares none is UTF-8
 * where it can be.
 *
 * @throws TypeError with code `BAD_PAGE` where it cannot be read or is no text.
 */
export function readSource(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === STANDARD_INPUT ? process.stdin.fd : file);
  } catch (error) {
    throw new InputTypeError('BAD_PAGE', `Cannot read ${file} (${(error as NodeJS.ErrnoException).code}): name an HTML or text file, or \`-\` for standard input`);
  }
  const packed = packedData(bytes);
  if (packed) throw new InputTypeError('BAD_PAGE', `Expected ${file} to be HTML or plain text, got ${packed}`);
  const decoded = decodePage(bytes, undefined);
  const unreadable = unreadablePage(decoded);
  if (unreadable) throw new InputTypeError('BAD_PAGE', `Expected ${file} to be HTML or plain text, got ${unreadable}`);
  return decoded.text;
}

/** What to say of bytes that hold pages, but none that can be taken as it is. */
function packedData(bytes: Buffer): string | undefined {
  if (beginsWith(bytes, GZIP)) return 'gzip data: unpack it first';
  if (beginsWith(bytes, WARC)) return 'a web archive: save its pages as files first';
  return undefined;
}
