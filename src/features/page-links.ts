import { mapEach } from '../blocks/map-each';
import type { Page } from '../blocks/page';
import type { Boxes } from './boxes';
import { linksBetween, ownSiteOf, sumLinks, targetParser, type LinkFacts, type LinkTarget } from './links';
import { ownAddressOf, relationOf, type OwnAddress, type Relation } from './own-address';

/** The link of each block that has one: that with the most characters. */
export interface PageLinks {
  own: OwnAddress;
  targets: readonly (LinkTarget | undefined)[];
  hrefs: readonly (string | undefined)[];
  relations: readonly (Relation | undefined)[];
}

/** Reads each target of a page once. */
export function readPageLinks(page: Page): PageLinks {
  const site = ownSiteOf(page);
  const parse = targetParser(site);
  const targets: (LinkTarget | undefined)[] = [];
  const hrefs: (string | undefined)[] = [];
  for (const { links } of page.blocks) {
    let best = links[0];
    for (const link of links) if (link.chars > best.chars) best = link;
    targets.push(best && parse(best));
    hrefs.push(best?.href);
  }
  const own = ownAddressOf(page, site, targets);
  const known = new Map<LinkTarget, Relation | undefined>();
  const relations = mapEach(targets, (target) => {
    if (!target) return undefined;
    if (!known.has(target)) known.set(target, relationOf(target, own));
    return known.get(target);
  });
  return { own, targets, hrefs, relations };
}

/** Facts of the links inside each block and in its boxes. */
export function linkFacts(page: Page, { targets, hrefs }: PageLinks, boxes: { narrow: Boxes; wide: Boxes }): (block: number) => LinkFacts {
  const counts = new Map<string, number>();
  for (const href of hrefs) if (href !== undefined) counts.set(href, (counts.get(href) ?? 0) + 1);
  const upTo = sumLinks(targets);
  return (i) => ({
    block: page.blocks[i], target: targets[i], sameTarget: targets[i] ? counts.get(hrefs[i]!)! : 0,
    narrow: linksBetween(upTo, boxes.narrow.from[i], boxes.narrow.to[i]), wide: linksBetween(upTo, boxes.wide.from[i], boxes.wide.to[i]),
  });
}
