/**
 * `list.map(make)`, for what other functions read of every page. Once V8 has compiled the caller, `map` gives an array of another kind than
 * before, and what was compiled for the first kind is thrown away and compiled anew: over the first pages that takes longer than this loop.
 */
export function mapEach<T, V>(list: readonly T[], make: (item: T, index: number) => V): V[] {
  const values: V[] = [];
  for (let i = 0; i < list.length; i++) values.push(make(list[i], i));
  return values;
}
