import { gzipSync } from 'node:zlib';

/** The record of an archive, as crawlers write it. */
export function warcRecord(headers: Record<string, string>, content: string | Uint8Array, length?: number | string): Buffer {
  const bytes = Buffer.from(content as string);
  const head = Object.entries({ 'WARC-Record-ID': '<urn:uuid:0>', ...headers, 'Content-Length': String(length ?? bytes.length) }).map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${head}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

/** A response record; `http` are lines of its head. */
export function response(id: string, body: string | Uint8Array, http = 'Content-Type: text/html', length?: number | string): Buffer {
  const content = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${http}${http && '\r\n'}\r\n`), Buffer.from(body as string)]);
  return warcRecord({ 'WARC-Type': 'response', 'WARC-Record-ID': `<urn:${id}>`, 'WARC-Target-URI': `https://paper.example/${id}`, 'Content-Type': 'application/http; msgtype=response' }, content, length);
}

export const pageOf = (name: string) => `<nav><a href="/">Home</a></nav><h1>Ferry ${name}</h1><p>The ferry ${name} will sail every day this winter, the county said on Monday, after years of cuts.</p>`;

/** Records as crawlers pack them: each a gzip member of its own. */
export const packed = (...records: Buffer[]) => Buffer.concat(records.map((record) => gzipSync(record)));
