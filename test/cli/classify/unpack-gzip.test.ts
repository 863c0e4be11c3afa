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

describe('members before a broken one are whole', () => {
  const [first, second, broken] = ['first\n', `${text.slice(0, 3_000)}\n`, text.slice(0, 9_000)];
  const damaged = (change: (member: Buffer) => void) => {
    const member = gzipSync(broken);
    change(member);
    return Buffer.concat([gzipSync(first), gzipSync(second), member, gzipSync('never read')]);
  };

  test.each<[string, (member: Buffer) => void, number]>([
    ['its first byte', (member) => member.fill(1, 0, 1), 0],
    ['its head', (member) => member.fill(0xff, 1, 4), 0],
    ['the beginning of its data', (member) => member.fill(0xff, 10, 14), 0],
    ['the middle of its data', (member) => member.fill(0xff, 2_000, 2_100), 3_000],
    ['its check sum', (member) => member.fill(0, member.length - 8, member.length - 4), 9_000],
  ])('broken in %s, which gives what it holds before', async (_, change, atLeast) => {
    for (const size of [65_536, 1_000, 7]) {
      const { text: unpacked, code } = await unpack(damaged(change), size);
      expect(code).toMatch(/^Z_/);
      expect(unpacked.slice(0, first.length + second.length)).toBe(first + second);
      expect(unpacked.length - first.length - second.length).toBeGreaterThanOrEqual(atLeast);
      expect(unpacked.length).toBeLessThanOrEqual(first.length + second.length + broken.length);
    }
  });

  test('behind many in one piece, and behind one of several pieces', async () => {
    const small = Array.from({ length: 100 }, (_, i) => line(i));
    const member = gzipSync(broken).fill(0xff, 1, 14);
    for (const before of [small, [text, ...small], [text]]) {
      const { text: unpacked, code } = await unpack(Buffer.concat([...before.map((part) => gzipSync(part)), member]));
      expect({ code, whole: unpacked.startsWith(before.join('')) }).toEqual({ code: 'Z_DATA_ERROR', whole: true });
    }
  });
});

test('garbage behind a member takes nothing of it along', async () => {
  const garbage = await unpack(Buffer.concat([gzipSync('first\n'), Buffer.from('garbage')]));
  expect(garbage).toEqual({ text: 'first\n', code: 'Z_DATA_ERROR' });
});

test('zeros behind a member are padding, wherever it is cut', async () => {
  for (const size of [65_536, 1_000]) expect(await unpack(Buffer.concat([gzipSync(text), Buffer.alloc(40_000)]), size)).toEqual({ text });
});

test('what stands behind zeros is read, or is broken', async () => {
  const [first, second] = [gzipSync(text), gzipSync('second\n')];
  for (const zeros of [1, 3, 512, 100_000]) {
    for (const size of [65_536, 1_000, 7]) {
      if (zeros > 1_000 && size < 1_000) continue;
      expect(await unpack(Buffer.concat([first, Buffer.alloc(zeros), second, Buffer.alloc(zeros)]), size)).toEqual({ text: `${text}second\n` });
    }
    expect(await unpack(Buffer.concat([gzipSync('first\n'), Buffer.alloc(zeros), Buffer.from('garbage')]))).toEqual({ text: 'first\n', code: 'Z_DATA_ERROR' });
  }
  expect(await unpack(Buffer.concat([gzipSync('first\n'), gzipSync('second\n').fill(0, 0, 1)]))).toEqual({ text: 'first\n', code: 'Z_DATA_ERROR' });
});

test('the beginning of a member inside of stored data is data', async () => {
  const data = Buffer.concat([Buffer.from('before '), Buffer.from([0x1f, 0x8b, 8]), Buffer.from(' after')]).toString('latin1');
  expect(await unpack(gzipSync(data, { level: 0 }))).toEqual({ text: data });
});

test('a member behind a broken one is found wherever chunks are cut', async () => {
  const before = Buffer.concat([gzipSync('first\n'), gzipSync(text.slice(0, 3_000)).fill(0xff, 1, 14)]);
  const packed = Buffer.concat([before, gzipSync('second\n')]);
  for (let cut = before.length - 1; cut < before.length + 5; cut++) {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield packed.subarray(0, cut);
      yield packed.subarray(cut);
    }
    const faults: string[] = [];
    let unpacked = '';
    for await (const chunk of unpackGzip(chunks(), ({ message }) => {
      faults.push(message);
      return Buffer.from('…\n');
    })) unpacked += Buffer.from(chunk).toString();
    expect({ cut: cut - before.length, unpacked, faults: faults.length }).toEqual({ cut: cut - before.length, unpacked: 'first\n…\nsecond\n', faults: 1 });
  }
});

test('a member is found wherever it stands in a long stretch that is lost', async () => {
  const [first, broken, second] = [gzipSync('first\n'), gzipSync(text.slice(0, 3_000)).fill(0xff, 1, 14), gzipSync('second\n')];
  // Around the ends of the pieces that are given to zlib.
  for (let lost = 16_370; lost < 16_400; lost++) {
    let unpacked = '';
    const packed = Buffer.concat([first, broken, Buffer.alloc(lost - broken.length, 1), second]);
    for await (const chunk of unpackGzip(inChunks(packed, 65_536), () => Buffer.from('…\n'))) unpacked += Buffer.from(chunk).toString();
    expect({ lost, unpacked }).toEqual({ lost, unpacked: 'first\n…\nsecond\n' });
  }
});
