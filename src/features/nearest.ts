/** For each block the nearest one above of which something holds, -1 for none. */
export function nearestAbove(holds: readonly boolean[]): Int32Array {
  let last = -1;
  return Int32Array.from(holds, (here, at) => {
    const above = last;
    if (here) last = at;
    return above;
  });
}

/** For each block the nearest one below of which something holds, the number of blocks for none. */
export function nearestBelow(holds: readonly boolean[]): Int32Array {
  const below = new Int32Array(holds.length);
  let next = holds.length;
  for (let at = holds.length - 1; at >= 0; at--) {
    below[at] = next;
    if (holds[at]) next = at;
  }
  return below;
}
