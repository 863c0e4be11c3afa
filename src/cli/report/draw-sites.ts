import { percent } from '../percent';
import { countWrong, shareWrong, type SiteErrors } from './site-errors';
import { at, picture } from './draw-axes';
import { markup, type Markup } from './markup';
import type { ScoredReading } from './report-data';

const WIDTH = 520;
const LEFT = 190;
const RIGHT = 104;
const ROW = 19;
const SHOWN = 20;
const NAME_CHARS = 25;

/** Share of wrong blocks of each site, most first, coloured by the labels that were missed. All but the first twenty fold away. */
export function drawSites({ name, pages }: ScoredReading, labels: readonly string[]): Markup {
  const { sites, rest, all } = countWrong(pages, labels.length);
  const lines = [{ ...all, site: 'all pages' }, ...(rest.blocks ? [{ ...rest, site: 'measured pages' }] : [])];
  const scale = Math.max(...[...lines, ...sites].map(shareWrong), 0.01);
  const hidden = sites.slice(SHOWN);
  return markup`${bars(`Wrong blocks by site, ${name}`, [...lines, ...sites.slice(0, SHOWN)], scale, lines.length)}${hidden.length > 0 && markup`<details><summary>${hidden.length} more sites</summary>${bars(`Wrong blocks by site, ${name}, more`, hidden, scale, 0)}</details>`}`;
}

function bars(name: string, sites: readonly SiteErrors[], scale: number, sums: number): Markup {
  const room = WIDTH - LEFT - RIGHT;
  const rows = sites.map((site, i) => {
    const y = i * ROW + (i >= sums && sums ? 8 : 0);
    let x = LEFT;
    const parts = site.wrong.map((wrong, l) => {
      const width = (wrong / (site.blocks || 1) / scale) * room;
      const part = markup`<rect class="fill l${l}" x="${at(x)}" y="${y + 3}" width="${at(width)}" height="${ROW - 6}"/>`;
      x += width;
      return wrong > 0 && part;
    });
    const count = site.wrong.reduce((sum, n) => sum + n, 0);
    const short = site.site.length > NAME_CHARS ? `${site.site.slice(0, NAME_CHARS - 1)}…` : site.site;
    return markup`<g><title>${site.site}: ${count} of ${site.blocks} blocks wrong</title><text class="${i < sums ? 'strong' : 'name'}" x="${LEFT - 8}" y="${y + 14}" text-anchor="end">${short}</text>${parts}<text class="tick" x="${at(x + 6)}" y="${y + 14}">${percent(shareWrong(site))} · ${count} of ${site.blocks}</text></g>`;
  });
  return picture(WIDTH, sites.length * ROW + (sums ? 8 : 0), name, rows);
}
