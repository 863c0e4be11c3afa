import { mapEach } from '../blocks/map-each';
import type { Boxes } from './boxes';
import { share, type Heuristic } from './heuristic';
import { withoutWww, type LinkTarget } from './links';
import type { OwnAddress } from './own-address';
import type { PageLinks } from './page-links';

/** Where the links of the boxes around a block lead, by first directory or host. */
export interface DestinationFacts {
  /** Share of the other links of the narrow (wide) box that lead where the block's own link leads, or the nearest one of the box. */
  narrow: number;
  wide: number;
  /** Share of the links of the narrow box that lead into the directory that the page is in. */
  own: number;
}

const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2})?$/;

/** First directory on the page's own host, else the host; a segment for the language is passed over. Undefined for what leads to no page. */
function destinationOf(target: LinkTarget | undefined, own: OwnAddress): string | undefined {
  if (target?.kind !== 'page') return undefined;
  const host = withoutWww(target.host);
  return host && host !== own.host ? `${host}/` : firstDirectory(target.segments);
}

function firstDirectory(segments: readonly string[]): string {
  return segments[segments.length > 1 && LANGUAGE.test(segments[0]) ? 1 : 0] ?? '';
}

/** Facts of the blocks. Time n log n: how often a destination stands in a box is looked up among its places on the page. */
export function readDestinations({ own, targets }: PageLinks, narrow: Boxes, wide: Boxes): (block: number) => DestinationFacts {
  const blocks = targets.length;
  const home = own.segments.length ? firstDirectory(own.segments) : undefined;
  const places = new Map<string, number[]>();
  const linksUpTo = new Int32Array(blocks + 1);
  const destinations: (string | undefined)[] = mapEach(targets, (target, i) => {
    const destination = destinationOf(target, own);
    linksUpTo[i + 1] = linksUpTo[i] + Number(destination !== undefined);
    if (destination === undefined) return undefined;
    const list = places.get(destination);
    if (list) list.push(i);
    else places.set(destination, [i]);
    return destination;
  });
  const nextLink = new Int32Array(blocks).fill(blocks);
  const lastLink = new Int32Array(blocks).fill(-1);
  for (let i = 0, last = -1; i < blocks; i++) lastLink[i] = last = destinations[i] === undefined ? last : i;
  for (let i = blocks - 1, next = blocks; i >= 0; i--) nextLink[i] = next = destinations[i] === undefined ? next : i;

  const countBetween = (destination: string | undefined, from: number, to: number): number => {
    const list = destination === undefined ? undefined : places.get(destination);
    return list ? firstFrom(list, to) - firstFrom(list, from) : 0;
  };
  const alike = (block: number, from: number, to: number): number => {
    const links = linksUpTo[to] - linksUpTo[from];
    const at = nextLink[block] < to ? nextLink[block] : lastLink[block];
    return links > 1 && at >= from ? (countBetween(destinations[at], from, to) - 1) / (links - 1) : 0;
  };
  return (block) => {
    const from = narrow.from[block];
    const to = narrow.to[block];
    return { narrow: alike(block, from, to), wide: alike(block, wide.from[block], wide.to[block]), own: share(countBetween(home, from, to), linksUpTo[to] - linksUpTo[from]) };
  };
}

/** Index of the first entry of an ascending list that is not below a bound. */
function firstFrom(list: readonly number[], bound: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Heuristics about where a box leads. */
export const DESTINATION_HEURISTICS: readonly Heuristic<DestinationFacts>[] = [
  { name: 'links-of-box-lead-one-way', value: ({ narrow }) => narrow },
  { name: 'links-of-wide-box-lead-one-way', value: ({ wide }) => wide },
  { name: 'links-of-box-lead-to-own-directory', value: ({ own }) => own },
];
