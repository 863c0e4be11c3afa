import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import { show } from '../../errors';
import { binaryData } from '../binary-data';
import { tooLarge, type PageTask, type RecordError } from './task';

type Warcio = typeof import('warcio');
export type Headers = { get(name: string): string | null | undefined };

const PAGE_TYPE = /^\s*(text\/html|application\/xhtml\+xml|text\/plain)\s*(?:;|$)/i;
const CHARSET = /;\s*charset\s*=\s*["']?([^"';\s]+)/i;
const SUCCESS = /^HTTP\/\S+\s+2\d\d\b/;
/** Where a head ends: at a blank line, and servers that end lines with LF alone are archived too. */
const BLANK_LINE = /\r?\n\r?\n/;
/** Bound on the head of a response, as on a line of an archive. */
const MAX_HEAD_BYTES = 65_536;
const UNPACKED: readonly string[] = ['', 'identity'];
const unpackGzip = promisify(gunzip);
const unpackZlib = promisify(inflate);
const unpackRaw = promisify(inflateRaw);
const DECODERS = { gzip: unpackGzip, 'x-gzip': unpackGzip, deflate: unpackDeflate, br: promisify(brotliDecompress) };
/** Beginning of a content that tells whether it is text. */
const TELLING_BYTES = 65_536;
const UTF16_MARK = /^(?:\xff\xfe|\xfe\xff)/;

/** The page that a record holds; undefined where it holds none: an image, a redirect, an error page of a server. */
export async function warcPage(warcio: Warcio, headers: Headers, content: Uint8Array, maxRecordBytes: number): Promise<Pick<PageTask, 'bytes' | 'charset' | 'reading' | 'url'> | RecordError | undefined> {
  const url = headers.get('WARC-Target-URI')?.replace(/^<|>$/g, '') || undefined;
  const type = headers.get('Content-Type') ?? '';
  if (headers.get('WARC-Type') === 'conversion') return PAGE_TYPE.test(type) ? { url, bytes: content, ...kindOf(type), charset: 'utf-8' } : undefined;
  if (headers.get('WARC-Type') === 'resource') return PAGE_TYPE.test(type) ? { url, bytes: content, ...kindOf(type) } : undefined;
  if (type && !/^\s*application\/http\b/i.test(type)) return undefined;

  const { head, body } = splitHead(content);
  const http = await new warcio.StatusAndHeadersParser().parse(new warcio.AsyncIterReader([head], null));
  if (!http || !/^HTTP\//.test(http.statusline)) return { code: 'BROKEN_FILE', message: 'it holds no HTTP response' };
  const httpType = http.headers.get('Content-Type') ?? '';
  if (!SUCCESS.test(http.statusline) || (httpType && !PAGE_TYPE.test(httpType))) return undefined;
  if (!body) return { code: 'BROKEN_FILE', message: 'the head of its HTTP response does not end' };
  const chunked = /\bchunked\b/i.test(http.headers.get('Transfer-Encoding') ?? '');
  const bytes = await decodeContent(http.headers.get('Content-Encoding') ?? '', await new warcio.AsyncIterReader([body], null, chunked).readFully(), maxRecordBytes);
  return bytes instanceof Uint8Array ? { url, bytes, ...kindOf(httpType) } : bytes;
}

/** Head and body of a response; no body where the head does not end. warcio alone knows no end but CR LF CR LF, and takes all up to that for head. */
function splitHead(content: Uint8Array): { head: Uint8Array; body?: Uint8Array } {
  const beginning = content.subarray(0, MAX_HEAD_BYTES);
  const end = BLANK_LINE.exec(Buffer.from(beginning).toString('latin1'));
  if (!end) return { head: beginning };
  const bodyAt = end.index + end[0].length;
  return { head: content.subarray(0, bodyAt), body: content.subarray(bodyAt) };
}

function kindOf(type: string): Pick<PageTask, 'charset' | 'reading'> {
  const page = PAGE_TYPE.exec(type)?.[1].toLowerCase();
  return { charset: CHARSET.exec(type)?.[1], reading: page ? (page === 'text/plain' ? 'text' : 'html') : undefined };
}

async function decodeContent(coding: string, bytes: Uint8Array, maxRecordBytes: number): Promise<Uint8Array | RecordError> {
  const name = coding.trim().toLowerCase();
  if (!bytes.length || UNPACKED.includes(name)) return bytes;
  const decode = Object.hasOwn(DECODERS, name) ? DECODERS[name as keyof typeof DECODERS] : undefined;
  // Many crawlers keep the header of a response and store its content unpacked. Of gzip the first bytes tell.
  if (decode === unpackGzip && !(bytes[0] === 0x1f && bytes[1] === 0x8b)) return bytes;
  try {
    if (decode) return await decode(bytes, { maxOutputLength: maxRecordBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(maxRecordBytes);
    return isText(bytes) ? bytes : { code: 'BROKEN_FILE', message: `its content is not the \`${name}\` data that its head announces: ${(error as Error).message}` };
  }
  return isText(bytes) ? bytes : { code: 'BAD_RECORD', message: `expected content packed by one of ${Object.keys(DECODERS).join(', ')}, got ${show(name)}` };
}

/** `deflate` means the zlib format, but some servers send its data bare, and browsers take both. */
function unpackDeflate(bytes: Uint8Array, options: ZlibOptions): Promise<Uint8Array> {
  const hasZlibHead = (bytes[0] & 0x0f) === 8 && (bytes[0] * 256 + bytes[1]) % 31 === 0;
  return (hasZlibHead ? unpackZlib : unpackRaw)(bytes, options);
}

/** Whether the bytes are text as they are: packed data are full of control characters. */
function isText(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, TELLING_BYTES)).toString('latin1');
  return UTF16_MARK.test(beginning) || !binaryData(beginning);
}
