import { isUtf8 } from 'node:buffer';
import { decodeBuffer, getEncoding } from 'encoding-sniffer';

/** A page's text and the character set that it was found to be in. */
export interface DecodedPage {
  text: string;
  charset: string;
  /** Character set as it was declared, where it is one that browsers refuse to read. */
  refused?: string;
}

/** What the encoding standard calls character sets that were used for attacks: a browser shows one replacement character for the whole page. */
const REFUSED = 'replacement';
const REFUSED_NAME = /(?:charset|encoding)\s*=[\s"']*(csiso2022kr|hz-gb-2312|iso-2022-(?:cn-ext|cn|kr)|replacement)/i;
/** As far as the sniffer reads. */
const SNIFFED_BYTES = 1_024;

/**
 * The text of a page as a browser decodes it: byte order mark, the character set that the transport names, `<meta>`. Where none is there
 * a browser guesses; what is valid UTF-8 is taken for that, anything else for windows-1252.
 */
export function decodePage(bytes: Uint8Array, charset: string | undefined): DecodedPage {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const options = { transportLayerEncodingLabel: charset, defaultEncoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252' };
  const encoding = getEncoding(buffer, options).toLowerCase();
  if (encoding === REFUSED) return { text: bytes.length ? '\ufffd' : '', charset: encoding, refused: refusedName(buffer, charset) };
  return { text: decodeBuffer(buffer, options), charset: encoding };
}

/** The name as it was declared: several stand for what is refused, and the sniffer says only that it is. */
function refusedName(buffer: Buffer, charset = ''): string {
  return REFUSED_NAME.exec(`charset=${charset} ${buffer.toString('latin1', 0, SNIFFED_BYTES)}`)?.[1] ?? REFUSED;
}
