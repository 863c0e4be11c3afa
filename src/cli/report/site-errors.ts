import type { ScoredPage } from '../../training/scored-page';
import { scoreRows } from '../../training/evaluate-model';

/** Wrong blocks of one site. */
export interface SiteErrors {
  site: string;
  blocks: number;
  /** By the label that they bear. */
  wrong: number[];
}

/** Share of a site's blocks that are wrong; 0 for none. */
export const shareWrong = ({ wrong, blocks }: SiteErrors) => wrong.reduce((sum, n) => sum + n, 0) / (blocks || 1);

/** Wrong blocks of each site, the largest share first; of pages whose site is not known; of all. */
export function countWrong(pages: readonly ScoredPage[], labels: number): { sites: SiteErrors[]; rest: SiteErrors; all: SiteErrors } {
  const none = (site: string): SiteErrors => ({ site, blocks: 0, wrong: new Array<number>(labels).fill(0) });
  const [rest, all] = [none(''), none('')];
  const sites = new Map<string, SiteErrors>();
  for (const { page, scores, gold } of pages) {
    const site = page ? sites.get(page.site) ?? none(page.site) : rest;
    if (page) sites.set(page.site, site);
    for (const row of scoreRows(scores, gold, labels)) {
      for (const errors of [site, all]) {
        errors.blocks++;
        if (row.got !== row.gold) errors.wrong[row.gold]++;
      }
    }
  }
  return { sites: [...sites.values()].sort((a, b) => shareWrong(b) - shareWrong(a) || (a.site < b.site ? -1 : 1)), rest, all };
}
