import { gzipSync } from 'node:zlib';
import { unpackGzip } from '../../../src/cli/classify/unpack-gzip';
import { inChunks } from './collect';

const line = (i: number) => `line ${i} ${(i * 2654435761 % 4294967296).toString(36)}\n`;
const text = Array.from({ length: 20_000 }, (_, i) => line(i)).join('');

async function unpack(packed: Uint8Array, size = 65_536): Promise<{ text: string; code?: string }> {
  let unpacked = '';
  try {
    for await (const chunk of unpackGzip(inChunks(packed, size))) unpacked += Buffer.from(chunk).toString();
  } catch (error) {
    return { text: unpacked, code: (error as { code: string }).code };
  }
  return { text: unpacked };
}

test('one member or many, in any chunks', async () => {
  expect(await unpack(gzipSync(text))).toEqual({ text });
  expect(await unpack(Buffer.concat([gzipSync(text), gzipSync('more\n')]), 1_000)).toEqual({ text: `${text}more\n` });
});

test('data cut short gives what it holds, then the error', async () => {
  const packed = gzipSync(text);
  for (const share of [0.1, 0.5, 0.9, 0.999]) {
    const cut = await unpack(packed.subarray(0, Math.floor(share * packed.length)), 10_000);
    expect(cut.code).toBe('Z_BUF_ERROR');
    expect(text.startsWith(cut.text)).toBe(true);
    expect(cut.text.length / text.length).toBeGreaterThan(share - 0.2);
  }
});

test('broken data give what is before the break, then the error', async () => {
  const packed = Buffer.concat([gzipSync('first\n'), gzipSync(text)]);
  packed.fill(0xff, packed.length >> 1, (packed.length >> 1) + 100);
  const { text: unpacked, code } = await unpack(packed);
  expect(code).toBe('Z_DATA_ERROR');
  expect(unpacked.startsWith('first\nline 0 ')).toBe(true);
});
