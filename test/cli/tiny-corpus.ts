import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
