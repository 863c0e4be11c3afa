import type { PageBlock, PageElement } from '../blocks/page';

/** How many levels of elements tell a block's place. */
const PLACE_LEVELS = 3;

/** A number for each element, the same for those of the same tag and class: a long class is read once, not for every block inside it. */
export function kindsOf(elements: readonly PageElement[]): Int32Array {
  const known = new Map<string, number>();
  const kinds = new Int32Array(elements.length);
  for (let i = 0; i < elements.length; i++) kinds[i] = numbered(known, `${elements[i].tag}.${elements[i].className}`);
  return kinds;
}

/** For each element the number of its listed siblings of the same kind, itself included. */
export function countLikeSiblings(elements: readonly PageElement[], kinds: Int32Array): Int32Array {
  const known = new Map<number, number>();
  const families = new Int32Array(elements.length);
  for (let i = 0; i < elements.length; i++) families[i] = numbered(known, (elements[i].parent + 1) * elements.length + kinds[i]);
  return countLike(families, known.size + 1);
}

/** For each block how many stand in a like place: the same kinds of elements in the innermost `PLACE_LEVELS`. */
export function countPlaces(blocks: readonly PageBlock[], elements: readonly PageElement[], kinds: Int32Array): Int32Array {
  // Places are numbered, those of one level more as pairs of a number and a kind: that spares a text for every block.
  const known = new Map<number, number>();
  const places = new Int32Array(blocks.length);
  for (let i = 0; i < blocks.length; i++) {
    let place = 0;
    let at = blocks[i].element;
    for (let level = 0; level < PLACE_LEVELS && at >= 0; level++, at = elements[at].parent) {
      place = numbered(known, place * elements.length + kinds[at]);
    }
    places[i] = place;
  }
  return countLike(places, known.size + 1);
}

/** The number of a key, from 1 up. */
export function numbered<K>(known: Map<K, number>, key: K): number {
  let number = known.get(key);
  if (number === undefined) known.set(key, (number = known.size + 1));
  return number;
}

/** For each entry how many are the same as it; all are below `most`. */
export function countLike(entries: Int32Array, most: number): Int32Array {
  const counts = new Int32Array(most);
  for (const entry of entries) counts[entry]++;
  return entries.map((entry) => counts[entry]);
}
