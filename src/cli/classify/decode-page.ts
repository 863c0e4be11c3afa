import { isUtf8 } from 'node:buffer';
import { decodeBuffer, getEncoding } from 'encoding-sniffer';

/** A page's text and the character set that it was found to be in. */
export interface DecodedPage {
  text: string;
  charset: string;
}

/**
 * The text of a page as a browser decodes it: byte order mark, the character set that the transport names, `<meta>`. Where none is there
 * a browser guesses; what is valid UTF-8 is taken for that, anything else for windows-1252.
 */
export function decodePage(bytes: Uint8Array, charset: string | undefined): DecodedPage {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const options = { transportLayerEncodingLabel: charset, defaultEncoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252' };
  return { text: decodeBuffer(buffer, options), charset: getEncoding(buffer, options).toLowerCase() };
}
