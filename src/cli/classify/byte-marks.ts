/** What gzip data and each member of them begin with, whatever the method of packing. */
export const GZIP = Uint8Array.of(0x1f, 0x8b);
/** What a web archive begins with. */
export const WARC = new TextEncoder().encode('WARC/');
/** What stands between two records of a web archive. */
export const RECORD_END = new TextEncoder().encode('\r\n\r\n');

/** Whether bytes begin with the mark, or with as much of it as `length` says. */
export function beginsWith(bytes: Uint8Array, mark: Uint8Array, length = mark.length): boolean {
  for (let i = 0; i < length; i++) if (bytes[i] !== mark[i]) return false;
  return true;
}
