import { InputTypeError } from '../errors';

const BYTES_A_CALL = 0x2000;

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += BYTES_A_CALL) parts.push(String.fromCharCode(...bytes.subarray(i, i + BYTES_A_CALL)));
  return btoa(parts.join(''));
}

function fromBase64(text: string, name: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw new InputTypeError('BAD_MODEL', `Expected \`${name}\` of the model to be base64`);
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Numbers as `<largest magnitude>:<base64>`: each is a 16-bit whole number, low byte first, in 32767ths of the largest magnitude. */
export function packNumbers(values: ArrayLike<number>): string {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  const unit = Number(most.toPrecision(7)) || 1;
  const bytes = new Uint8Array(values.length * 2);
  for (let i = 0; i < values.length; i++) {
    const whole = Math.max(-32767, Math.min(32767, Math.round((values[i] / unit) * 32767)));
    bytes[2 * i] = whole & 0xff;
    bytes[2 * i + 1] = (whole >> 8) & 0xff;
  }
  return `${unit}:${toBase64(bytes)}`;
}

/** What `packNumbers` packed; throws where it is not `length` finite numbers. */
export function unpackNumbers(text: string, length: number, name: string): Float32Array {
  const colon = text.indexOf(':');
  const unit = Number(text.slice(0, colon));
  if (colon < 1 || !Number.isFinite(unit) || unit <= 0) throw new InputTypeError('BAD_MODEL', `Expected \`${name}\` of the model to begin with its unit`);
  const bytes = fromBase64(text.slice(colon + 1), name);
  if (bytes.length !== 2 * length) throw new InputTypeError('BAD_MODEL', `Expected \`${name}\` of the model to hold ${length} numbers, got ${bytes.length / 2}`);
  return Float32Array.from({ length }, (_, i) => ((((bytes[2 * i] | (bytes[2 * i + 1] << 8)) << 16) >> 16) / 32767) * unit);
}

/** Steps of evidence: sixteenths of a natural log unit, 8 bits. */
const EVIDENCE_UNIT = 1 / 16;

/** Evidence of tokens as base64, a signed byte each in sixteenths of a natural log unit. */
export function packEvidence(values: ArrayLike<number>): string {
  return toBase64(Uint8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / EVIDENCE_UNIT))) & 0xff));
}

/** What `packEvidence` packed; throws where it is not `length` numbers. */
export function unpackEvidence(text: string, length: number, name: string): Float32Array {
  const bytes = fromBase64(text, name);
  if (bytes.length !== length) throw new InputTypeError('BAD_MODEL', `Expected \`${name}\` of the model to hold ${length} numbers, got ${bytes.length}`);
  return Float32Array.from(bytes, (byte) => ((byte << 24) >> 24) * EVIDENCE_UNIT);
}
