import { mapEach } from '../../src/blocks/map-each';

test('gives what map gives', () => {
  expect(mapEach(['a', 'b'], (item, index) => `${item}${index}`)).toEqual(['a0', 'b1']);
  expect(mapEach([], () => 1)).toEqual([]);
});
