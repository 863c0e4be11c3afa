/**
 * The results of `run` for each item, in the order of the items; at most `inFlight` run or wait to be taken at a time. A result is given as
 * soon as it is its turn, also while the next item is awaited.
 */
export async function* mapInOrder<T, R>(items: AsyncIterator<T>, inFlight: number, run: (item: T) => Promise<R>): AsyncGenerator<R> {
  const results: Promise<R>[] = [];
  // A failure is met when it is its turn; until then, or when nobody comes back for it, it must not count as unhandled.
  const later = <P>(promise: Promise<P>): Promise<P> => {
    promise.catch(() => {});
    return promise;
  };
  let next: Promise<IteratorResult<T>> | undefined = later(items.next());
  while (next || results.length) {
    const first: Promise<'result'> | undefined = results[0]?.then(() => 'result' as const);
    const event: 'result' | IteratorResult<T> = await (!first ? next! : !next || results.length >= inFlight ? first : Promise.race([first, next]));
    if (event === 'result') yield await results.shift()!;
    else if (event.done) next = undefined;
    else {
      results.push(later(run(event.value)));
      next = later(items.next());
    }
  }
}
