import { mapEach } from '../blocks/map-each';
import { firstUnits, type Network } from './network';
import { onceForEach } from './once-for-each';

/** Units are summed in groups of so many, the sums of a group held in registers. */
const GROUP = 8;

/** So many rows are run through one group after the other: what changes in them stays in the fastest cache, and so do the weights of a group. */
const ROWS_AT_ONCE = 32;

/** The first layer of a network, group by group and padded with units of weight 0. */
interface Grouped {
  groups: number;
  /** The weight from input `i` to unit `u` of group `g` at `(g * inputs + i) * GROUP + u`. */
  weights: Float64Array;
  bias: Float64Array;
}

/** The inputs of some rows that differ from those of the row before. */
interface Changes {
  /** Where the input's weights begin in a group's. */
  at: Int32Array;
  by: Float64Array;
  /** The changes of row `r` end before `ends[r + 1]`, those of the first begin at 0. */
  ends: Int32Array;
}

/** Outputs for every row of inputs: `rows * outputs` values. */
export function runNetwork(network: Network, inputs: Float32Array): Float64Array {
  return runNetworks([network], inputs)[0];
}

/**
 * Outputs of several networks for the same rows of inputs. The sums of `firstValues` but for rounding: each row starts from the sums of the
 * row before and adds what differs, since neighbouring blocks have most inputs in common.
 */
export function runNetworks(networks: readonly Network[], inputs: Float32Array): Float64Array[] {
  const [{ inputs: width }] = networks;
  const rows = inputs.length / width;
  const most = Math.min(rows, ROWS_AT_ONCE);
  const changes: Changes = { at: new Int32Array(most * width + 1), by: new Float64Array(most * width + 1), ends: new Int32Array(most + 1) };
  const sums = new Float64Array((most + 1) * GROUP);
  const grouped = mapEach(networks, groupedUnits);
  const carried = mapEach(grouped, ({ bias }) => bias.slice());
  const results = mapEach(networks, ({ outputs }) => new Float64Array(rows * outputs));
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, rows - from);
    gatherChanges(inputs, width, from, count, changes);
    for (let n = 0; n < networks.length; n++) {
      startOutputs(networks[n], results[n], from, count);
      for (let g = 0; g < grouped[n].groups; g++) {
        sums.set(carried[n].subarray(g * GROUP, (g + 1) * GROUP));
        for (let r = 0; r < count; r++) addChanges(grouped[n].weights, g * width * GROUP, changes, r, sums);
        carried[n].set(sums.subarray(count * GROUP, (count + 1) * GROUP), g * GROUP);
        addOutputs(networks[n], g, sums, count, results[n], from);
      }
    }
  }
  return results;
}

/** Kept for each network: on a short page it would take longer than all the rest. */
const groupedUnits = onceForEach((network: Network): Grouped => {
  const { inputs, hidden, first, firstBias, secondBias } = network;
  const units = firstUnits(network);
  const groups = Math.ceil(units / GROUP);
  const weights = new Float64Array(groups * inputs * GROUP);
  for (let i = 0; i < inputs; i++) {
    for (let u = 0; u < units; u++) weights[(Math.floor(u / GROUP) * inputs + i) * GROUP + (u % GROUP)] = first[i * units + u];
  }
  const bias = new Float64Array(groups * GROUP);
  bias.set(hidden ? firstBias : secondBias);
  return { groups, weights, bias };
});

/** Writes by how much the inputs of `count` rows from `from` on differ from those of the row before, where they do. */
function gatherChanges(inputs: Float32Array, width: number, from: number, count: number, { at, by, ends }: Changes): void {
  let k = 0;
  for (let r = 0; r < count; r++) {
    const row = (from + r) * width;
    for (let i = 0; i < width; i++) {
      // No branch: which inputs differ cannot be foreseen, and a wrong guess costs more than the writing.
      const change = row ? inputs[row + i] - inputs[row + i - width] : inputs[i];
      at[k] = i * GROUP;
      by[k] = change;
      k += Number(change !== 0);
    }
    ends[r + 1] = k;
  }
}

/** Adds the changes of row `r` to the sums of the row before, which stand at `r * GROUP`; the new ones are written after them. */
function addChanges(weights: Float64Array, group: number, { at, by, ends }: Changes, r: number, sums: Float64Array): void {
  let s = r * GROUP;
  let s0 = sums[s], s1 = sums[s + 1], s2 = sums[s + 2], s3 = sums[s + 3], s4 = sums[s + 4], s5 = sums[s + 5], s6 = sums[s + 6], s7 = sums[s + 7];
  const end = ends[r + 1];
  for (let k = ends[r]; k < end; k++) {
    const w = group + at[k];
    const x = by[k];
    s0 += x * weights[w];
    s1 += x * weights[w + 1];
    s2 += x * weights[w + 2];
    s3 += x * weights[w + 3];
    s4 += x * weights[w + 4];
    s5 += x * weights[w + 5];
    s6 += x * weights[w + 6];
    s7 += x * weights[w + 7];
  }
  s += GROUP;
  sums[s] = s0, sums[s + 1] = s1, sums[s + 2] = s2, sums[s + 3] = s3, sums[s + 4] = s4, sums[s + 5] = s5, sums[s + 6] = s6, sums[s + 7] = s7;
}

function startOutputs({ hidden, outputs, secondBias }: Network, result: Float64Array, from: number, count: number): void {
  if (hidden) for (let r = from; r < from + count; r++) result.set(secondBias, r * outputs);
}

/** Adds what the units of a group give to the outputs; without hidden units they are the outputs. */
function addOutputs({ hidden, outputs, second }: Network, group: number, sums: Float64Array, count: number, result: Float64Array, from: number): void {
  const first = group * GROUP;
  const units = Math.min(GROUP, (hidden || outputs) - first);
  for (let r = 0; r < count; r++) {
    const out = (from + r) * outputs;
    for (let u = 0; u < units; u++) {
      const value = sums[(r + 1) * GROUP + u];
      if (!hidden) result[out + first + u] = value;
      else if (value > 0) for (let o = 0; o < outputs; o++) result[out + o] += value * second[(first + u) * outputs + o];
    }
  }
}
