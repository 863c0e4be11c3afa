/**
 * `list.map(make)`, for lists made on every page. Once V8 has compiled what calls it, `map` gives an array of another kind than before, and
 * all that was compiled to read the first kind is thrown away and compiled anew: over the first pages that takes longer than this loop.
 */
export function mapEach<T, V>(list: readonly T[], make: (item: T, index: number) => V): V[] {
  const values: V[] = [];
  for (let i = 0; i < list.length; i++) values.push(make(list[i], i));
  return values;
}
