import { mapInOrder } from '../../../src/cli/classify/map-in-order';
import { collect } from './collect';

async function* numbers(to: number): AsyncGenerator<number> {
  for (let i = 0; i < to; i++) yield i;
}
const turns = async (count: number) => {
  for (let i = 0; i < count; i++) await new Promise(setImmediate);
};

test('results keep the order of their items, and no more run or wait than is allowed', async () => {
  let open = 0;
  let most = 0;
  const results = mapInOrder(numbers(50), 4, async (item) => {
    most = Math.max(most, ++open);
    await turns((item * 7) % 5);
    return item;
  });
  const taken: number[] = [];
  for await (const result of results) {
    await turns(2);
    open--;
    taken.push(result);
  }
  expect(taken).toEqual([...Array(50).keys()]);
  expect(most).toBe(4);
});

test('a result is given while the next item is awaited', async () => {
  let goOn = () => {};
  async function* oneThenWait(): AsyncGenerator<number> {
    yield 1;
    await new Promise<void>((done) => {
      goOn = done;
    });
  }
  const results = mapInOrder(oneThenWait(), 4, async (item) => item);
  expect(await results.next()).toEqual({ value: 1, done: false });
  const end = results.next();
  goOn();
  expect(await end).toEqual({ value: undefined, done: true });
});

test('a failure is met when it is its turn', async () => {
  const seen: number[] = [];
  const run = async () => {
    for await (const result of mapInOrder(numbers(5), 3, async (item) => {
      if (item === 2) throw new Error('two');
      await turns(3);
      return item;
    })) seen.push(result);
  };
  await expect(run()).rejects.toThrow('two');
  expect(seen).toEqual([0, 1]);
  expect(await collect(mapInOrder(numbers(0), 3, async (item) => item))).toEqual([]);
});
