import { BLOCKS_AT_ONCE } from './step-rows';

/** The same function, which keeps what it made last, since blocks are asked for in order and by several. */
export function kept<V>(make: (key: number) => V): (key: number) => V {
  const made = new Map<number, V>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      if (made.size >= 2 * BLOCKS_AT_ONCE) made.clear();
      made.set(key, (value = make(key)));
    }
    return value;
  };
}
