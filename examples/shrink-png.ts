import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE_BYTES = 8;
const MOST_COLOURS = 256;
/** Red, green, blue, eight bits each, not interlaced: what a browser's screenshot is. */
const TRUE_COLOUR = [8, 2, 0, 0, 0];
const PALETTE = [8, 3, 0, 0, 0];

/** A screenshot of few colours as a PNG file with a palette, a third of the size: the commonest colours, others as the nearest of them. */
export function shrinkPng(png: Buffer): Buffer {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = SIGNATURE_BYTES; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  const [{ data: head }] = chunks;
  if (!TRUE_COLOUR.every((value, i) => head[8 + i] === value)) throw new TypeError('Expected a PNG file of eight-bit RGB');
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const pixels = unfilter(inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))), width * 3, height);

  const counts = new Map<number, number>();
  for (let i = 0; i < pixels.length; i += 3) {
    const colour = pixels.readUIntBE(i, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_COLOURS).map(([colour]) => colour);
  const nearest = new Map(colours.map((colour, i) => [colour, i]));
  for (const colour of counts.keys()) if (!nearest.has(colour)) nearest.set(colour, indexOfNearest(colour, colours));

  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + x + 1] = nearest.get(pixels.readUIntBE((y * width + x) * 3, 3))!;
  const table = Buffer.alloc(colours.length * 3);
  colours.forEach((colour, i) => table.writeUIntBE(colour, i * 3, 3));
  const newHead = Buffer.concat([head.subarray(0, 8), Buffer.from(PALETTE)]);
  return Buffer.concat([png.subarray(0, SIGNATURE_BYTES), chunk('IHDR', newHead), chunk('PLTE', table), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** The bytes of the picture, from what PNG stores: the difference to a guess from the left and from above, one kind of guess a row. */
function unfilter(raw: Buffer, rowBytes: number, height: number): Buffer {
  const out = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (rowBytes + 1)];
    for (let x = 0; x < rowBytes; x++) {
      const at = y * rowBytes + x;
      const left = x < 3 ? 0 : out[at - 3];
      const up = y ? out[at - rowBytes] : 0;
      const corner = x < 3 || !y ? 0 : out[at - rowBytes - 3];
      out[at] = raw[at + y + 1] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function indexOfNearest(colour: number, colours: readonly number[]): number {
  const distance = (other: number) => [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  let best = 0;
  for (let i = 1; i < colours.length; i++) if (distance(colours[i]) < distance(colours[best])) best = i;
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
