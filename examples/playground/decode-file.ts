const META_BYTES = 1024;

/** The text of a file's bytes as a browser would read them: byte order mark, `<meta charset>`, else UTF-8, else Windows-1252. */
export function decodeFile(bytes: Uint8Array): string {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8'
    : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be'
    : bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, META_BYTES));
  // A page that can be read up to its `<meta>` is no UTF-16, whatever it says.
  const named = /<meta\s[^>]*charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1].replace(/^utf-?16.*/i, 'utf-8');
  const charset = mark ?? named;
  if (charset) {
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      // No charset that browsers know.
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
