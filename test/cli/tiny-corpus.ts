import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { formatLabels, type LabelsFile } from '../../src/training/corpus-page';

const PLACES = ['Low Tarn', 'Stell', 'Oxmoor', 'Brayside', 'Hanner Mill', 'Cold Ferry'];
const THINGS = ['ferry', 'bakery', 'tower', 'orchard', 'library', 'footbridge'];

/** One made-up page of a paper: menu, article, newsletter box, other stories. */
function tinyPage(number: number): { source: string; file: LabelsFile } {
  const place = PLACES[number];
  const thing = THINGS[number];
  const menu = ['Home', 'News', 'Sport', 'Weather', 'Contact'];
  const article = [
    `The ${thing} of ${place} opens again`,
    `After ${number + 3} years of repairs the ${thing} of ${place} opened its doors on Monday, and some ${number}00 people came to see it.`,
    `“We had given it up,” said the mayor of ${place}, who carried the first basket in herself. “Now the ${thing} belongs to all of us.”`,
    `The council paid for the roof, neighbours for everything else, and the ${thing} will be open every day until the end of October.`,
  ];
  const promo = ['Sign up for our newsletter', `The best stories of ${place} in your inbox every week. Subscribe now for free!`];
  const related = [`More from ${place}`, ...[1, 2, 3].map((i) => `How the ${THINGS[(number + i) % 6]} of ${PLACES[(number + i) % 6]} was saved`)];
  const links = (texts: readonly string[], folder: string) => texts.map((text) => `<li><a href="/${folder}/${text.length}">${text}</a></li>`).join('\n');
  const source = `<!doctype html><html><head><title>${article[0]}</title></head><body>
<nav class="c${number}-menu"><ul>${links(menu, 'section')}</ul></nav>
<main class="c${number}-story"><h1>${article[0]}</h1>${article.slice(1).map((text) => `<p>${text}</p>`).join('\n')}</main>
<div class="c${number}-letter"><h3>${promo[0]}</h3><p>${promo[1]}</p></div>
<aside class="c${number}-more"><h2>${related[0]}</h2><ul>${links(related.slice(1), 'story')}</ul></aside>
</body></html>
`;
  const lines = ([['navigation', menu], ['article', article], ['promo', promo], ['related', related]] as const).flatMap(([label, texts]) => texts.map((text): [string, string] => [label, text]));
  return {
    source,
    file: {
      page: `paper-${number}.html`, site: `paper-${number}.example`, kind: 'news', language: 'en', year: '2024',
      sha256: createHash('sha256').update(source).digest('hex'), lines,
    },
  };
}

/** Writes a corpus of six pages to a folder, without measured figures. Its pages lie in several folds. */
export function writeTinyCorpus(folder: string): void {
  const pages = join(folder, 'pages');
  mkdirSync(pages, { recursive: true });
  for (let number = 0; number < PLACES.length; number++) {
    const { source, file } = tinyPage(number);
    writeFileSync(join(pages, file.page), source);
    writeFileSync(join(pages, `paper-${number}.labels`), formatLabels(file));
  }
}

const CODES: Record<string, string> = { article: 'A', navigation: 'N', promo: 'P', related: 'R' };

/** Writes a bench folder: five pages with gold labels, one to a fold, and a sixth of which only the content is known. */
export function writeTinyBench(folder: string): void {
  const put = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const folds: Record<string, { site: string; fold: number }> = {};
  for (let number = 0; number < PLACES.length; number++) {
    const { source, file: { site, lines } } = tinyPage(number);
    const isGold = number < 5;
    const page = `${isGold ? 'tiny' : 'wcxb'}-${number}`;
    folds[page] = { site, fold: number % 5 };
    if (isGold) {
      put(join('pages', `${page}.html.gz`), gzipSync(source));
      put(join('gold', `${page}.json`), JSON.stringify({ page, type: 'news', site, source: 'tiny', html: join('pages', `${page}.html.gz`), lines: lines.map(([label, text]) => [CODES[label], text]) }));
    } else {
      put(join('wcxb-dev', 'html', `${number}.html.gz`), gzipSync(source));
      put(join('wcxb-dev', 'truth', `${number}.json`), JSON.stringify({ page, content: lines.filter(([label]) => label === 'article').map(([, text]) => text).join('\n') }));
    }
  }
  put('folds.json', JSON.stringify(folds));
}
