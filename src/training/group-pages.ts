import type { LabelledPage } from './labelled-page';

const MAX_GROUPS = 4;

/** Groups of pages, of about as many blocks each: pages of one site stay together, or single pages where all are of one site. */
export function groupPages(pages: readonly LabelledPage[]): { by: 'site' | 'page'; groupOf: (page: LabelledPage) => number } {
  const by = new Set(pages.map(({ site }) => site)).size > 1 ? 'site' : 'page';
  const keyOf = (page: LabelledPage) => (by === 'site' ? page.site : page.name);
  const blocks = new Map<string, number>();
  for (const page of pages) blocks.set(keyOf(page), (blocks.get(keyOf(page)) ?? 0) + page.page.blocks.length);
  const sorted = [...blocks].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const sizes = new Array<number>(Math.min(MAX_GROUPS, sorted.length)).fill(0);
  const groups = new Map(sorted.map(([key, count]) => {
    const least = sizes.indexOf(Math.min(...sizes));
    sizes[least] += count;
    return [key, least];
  }));
  return { by, groupOf: (page) => groups.get(keyOf(page)) ?? 0 };
}
