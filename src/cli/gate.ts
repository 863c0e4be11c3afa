import { existsSync, readFileSync } from 'node:fs';
import type { Figures } from '../training/figures';
import { InputTypeError } from '../errors';
import { writeWhole } from './write-file';

/** Floors of the evaluation: below them a change does not pass. Values from 0 to 1. */
export interface Floors {
  /** Corpus on which the floors were pinned. */
  corpusDigest: string;
  /** Why a floor was lowered, last first. */
  lowered: string[];
  /** Floor of each figure, such as `markup.macroF1` or `text.promo`. */
  floors: Record<string, number>;
}

/** So much below what was measured a floor is pinned: figures move a little with every change of the corpus. */
const SLACK = 0.01;

/** The figures that have floors, by name. */
export function gatedFigures(report: Record<string, Figures>): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [reading, { macroF1, byLabel }] of Object.entries(report)) {
    figures[`${reading}.macroF1`] = macroF1;
    for (const [label, { f1 }] of Object.entries(byLabel)) figures[`${reading}.${label}`] = f1;
  }
  return figures;
}

/** One line for each figure below its floor, and one where the floors were pinned on another corpus. */
export function checkFloors(file: string, figures: Record<string, number>, corpusDigest: string): string[] {
  const { floors, corpusDigest: pinned } = readFloors(file);
  const findings = Object.entries(floors).filter(([name, floor]) => !(figures[name] >= floor)).map(([name, floor]) => `${name} is ${show(figures[name])}, its floor is ${show(floor)}`);
  if (pinned !== corpusDigest) findings.push(`the floors in ${file} were pinned on another corpus: pin them anew (\`npm run eval -- --pin\`)`);
  return findings;
}

/**
 * Pins the floors on the figures. A floor only rises, or stays where it is above what was measured; to lower one takes a reason.
 *
 * @throws TypeError where a floor would have to fall and no reason is given.
 */
export function pinFloors(file: string, figures: Record<string, number>, corpusDigest: string, reason: string | undefined): void {
  const before: Floors = existsSync(file) ? readFloors(file) : { corpusDigest, lowered: [], floors: {} };
  const floors: Record<string, number> = {};
  const falling: string[] = [];
  for (const [name, value] of Object.entries(figures)) {
    const old = before.floors[name] ?? 0;
    const wanted = Number((value - SLACK).toFixed(3));
    if (value < old) falling.push(`${name} from ${show(old)} to ${show(wanted)}`);
    floors[name] = value < old ? wanted : Math.max(old, wanted);
  }
  if (falling.length && !reason) throw new InputTypeError('BAD_OPTION', `Pinning would lower ${falling.join(', ')}: say why with \`--reason "…"\``);
  const lowered = falling.length ? [`${falling.join(', ')}: ${reason}`, ...before.lowered] : before.lowered;
  writeWhole(file, `${JSON.stringify({ corpusDigest, lowered, floors } satisfies Floors, null, 1)}\n`);
}

function readFloors(file: string): Floors {
  return JSON.parse(readFileSync(file, 'utf8')) as Floors;
}

const show = (value: number | undefined) => (value === undefined ? 'missing' : value.toFixed(3));
