import { InputTypeError, show } from '../errors';

const BYTES_A_CALL = 0x2000;

/** No unit may be larger: what is computed from the numbers then stays finite. */
const MAX_UNIT = 1e30;

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

/** Numbers as `<largest magnitude>:<base64>`: each is a signed byte, in 127ths of the largest magnitude. */
export function packNumbers(values: ArrayLike<number>): string {
  const unit = unitOf(values);
  return `${unit}:${toBase64(Uint8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round((value / unit) * 127))) & 0xff))}`;
}

/** What `packNumbers` packed; throws where it is not `length` finite numbers. */
export function unpackNumbers(text: string, length: number, name: string): Float32Array {
  const { unit, packed } = readUnit(text, name);
  const bytes = fromBase64(packed, name);
  if (bytes.length !== length) throw new InputTypeError('BAD_MODEL', `Expected \`${name}\` of the model to hold ${length} numbers, got ${bytes.length}`);
  const values = new Float32Array(length);
  for (let i = 0; i < length; i++) values[i] = (((bytes[i] << 24) >> 24) / 127) * unit;
  return values;
}

/** The largest magnitude among the values, 1 where all are 0. */
function unitOf(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  if (!(most <= MAX_UNIT)) throw new InputTypeError('BAD_MODEL', `Expected numbers of magnitude up to ${MAX_UNIT} for a model, got \`${most}\``);
  return Number(most.toPrecision(7)) || 1;
}

function readUnit(text: string, name: string): { unit: number; packed: string } {
  const colon = text.indexOf(':');
  const unit = Number(text.slice(0, colon));
  if (colon < 1 || !(unit > 0 && unit <= MAX_UNIT)) throw new InputTypeError('BAD_MODEL', `Expected \`${name}\` of the model to begin with its unit, a number above 0 and up to ${MAX_UNIT}`);
  return { unit, packed: text.slice(colon + 1) };
}

/** Numbers from 0 to 63 as one character each. */
export const LEVELS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Level by character code, -1 for characters that stand for none. */
const LEVEL_OF = new Int8Array(0x80).fill(-1);
for (let level = 0; level < LEVELS.length; level++) LEVEL_OF[LEVELS.charCodeAt(level)] = level;
const MIDDLE = 32;
/** Steps of a weight to either side of 0. */
const WEIGHT_STEPS = 31;
/** Steps of evidence: quarters of a natural log unit. */
const EVIDENCE_UNIT = 1 / 4;

/**
 * Evidence of tokens, a row a token: one character a value, in quarters of a natural log unit from -8 to 7.75. The last of a row is left
 * out: rows of evidence are centred, so that it is what brings their sum to 0.
 */
export function packEvidence(rows: ArrayLike<number>, labels: number): string {
  let packed = '';
  for (let i = 0; i < rows.length; i++) {
    if ((i + 1) % labels) packed += packSigned(rows[i] / EVIDENCE_UNIT);
  }
  return packed;
}

/** What `packEvidence` packed; throws where it is not that of so many tokens. */
export function unpackEvidence(text: string, tokens: number, labels: number, name: string): Float32Array {
  const values = unpackLevels(text, tokens * (labels - 1), name, EVIDENCE_UNIT);
  const rows = new Float32Array(tokens * labels);
  for (let token = 0, at = 0; token < tokens; token++) {
    const last = token * labels + labels - 1;
    for (let i = token * labels; i < last; i++, at++) {
      rows[i] = values[at];
      rows[last] -= values[at];
    }
  }
  return rows;
}

/** Weights as `<largest magnitude>:` and one character a value, in 31sts of the largest magnitude: of a large table of weights no more is needed. */
export function packWeights(values: ArrayLike<number>): string {
  const unit = unitOf(values);
  return `${unit}:${Array.from(values, (value) => packSigned((value / unit) * WEIGHT_STEPS)).join('')}`;
}

/** What `packWeights` packed; throws where it is not `length` weights. */
export function unpackWeights(text: string, length: number, name: string): Float32Array {
  const { unit, packed } = readUnit(text, name);
  return unpackLevels(packed, length, name, unit / WEIGHT_STEPS);
}

function unpackLevels(text: string, length: number, name: string, step: number): Float32Array {
  if (text.length !== length) throw new InputTypeError('BAD_MODEL', `Expected \`${name}\` of the model to hold ${length} numbers, got ${text.length}`);
  const values = new Float32Array(length);
  for (let i = 0; i < length; i++) values[i] = signedAt(text, i, name) * step;
  return values;
}

/** A number as one character: rounded, from -32 to 31. */
export function packSigned(value: number): string {
  return LEVELS[Math.max(0, Math.min(LEVELS.length - 1, Math.round(value) + MIDDLE))];
}

/** What `packSigned` packed, at a place of a packed text. */
export function signedAt(text: string, at: number, name: string): number {
  return levelAt(text, at, name) - MIDDLE;
}

/** The level that a character of a packed text stands for. */
export function levelAt(text: string, at: number, name: string): number {
  const code = text.charCodeAt(at);
  const level = code < LEVEL_OF.length ? LEVEL_OF[code] : -1;
  if (level < 0) throw new InputTypeError('BAD_MODEL', `Expected \`${name}\` of the model to hold letters, digits, \`-\` and \`_\`, got ${show(text[at])}`);
  return level;
}
