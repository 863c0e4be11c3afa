import { classifyBlocks, type PageInput } from '../src/index';

const SPACED = `
  n|Menu
  n|Home
  n|About

  a|Bridge opens early

  a|The new footbridge opened on Friday, three weeks early, after a dry winter.

  a|Walkers had waited two years for it.

  p|Subscribe to our newsletter
`;

/** What somebody pastes to try a classifier: some lines of text, a few elements. Each line begins with its label's first letter; none is in the corpus. */
const TEXTS = [
  SPACED,
  SPACED.replace(/\n\n/g, '\n'),
  `
    a|How to sharpen a kitchen knife
    a|Hold the blade at fifteen degrees and draw it along the stone from heel to tip.
    a|Turn it over after ten strokes. Rinse the stone often.
    r|Read next: Which cutting board is best?
  `,
  `
    n|Home | News | Sport | Contact

    a|Council votes to keep the old library

    a|The town council voted eleven to four on Monday night to keep the Carnegie library open, after a petition gathered six thousand names.

    a|"It is the heart of the street," said Mayor Ina Holt.

    r|Related articles
    r|Library roof to be mended this summer
    r|Why Holt changed her mind

    n|© 2025 Marsh Courier. All rights reserved.
  `,
  `
    a|Storm floods harbour road
    a|Fire crews pumped water from forty cellars after the tide topped the wall at dawn.
    p|Advertisement
    p|Save 20% on waterproof boots this week only
  `,
  `
    a|Ein Sommer ohne Regen
    a|Im Süden des Landes fiel seit elf Wochen kein Tropfen. Die Bauern holen Wasser mit Tankwagen.
    a|Die Behörden bitten darum, Gärten nicht zu gießen.
    n|Impressum
    n|Datenschutz
  `,
  `
    a|Our team spent three months testing backup software on real servers.
    a|The fastest tool restored a terabyte in forty minutes; the slowest needed a night.
    p|Download the free whitepaper: Ten steps to safer backups
    p|Request a demo
  `,
  `
    a|The quick start takes five minutes. Install the package, then run the command below.
    a|npm install left-shelf
    a|You should see a list of shelves.
    n|Previous
    n|Next
  `,
];

/** The same as HTML: the letter stands before the text of a block. */
const PAGES = [
  `<h1>a|Pier to close for repairs</h1><p>a|The old pier will close after Easter while its deck is relaid, the harbour trust said.</p><p>a|Anglers can use the west arm until June.</p>`,
  `<nav><a href="/">n|Home</a></nav><article><h2>a|Why we moved our backups</h2><p>a|Last spring a disk failed on a Sunday. We had a copy, but it took nine hours to find the key.</p></article><p><a href="/ebook">p|Download our free e-book on backups</a></p>`,
  `<div><a href="/a">n|News</a> <a href="/b">Sport</a></div><div class="title">a|Rovers draw at home</div><div>a|A late header saved a point for Rovers on Saturday in front of four hundred people.</div><div><b>r|Read also</b></div><div><a href="/1">r|Keeper signs for two more years</a></div><div><a href="/2">r|Cup draw: away to Marsh Lane</a></div>`,
  `<header><a href="/">n|Blog</a><a href="/about">About</a></header><h1>a|Rye bread in a tin</h1><p>a|Mix 400 g rye flour with 350 ml warm water and leave it overnight.</p><p>a|Bake for an hour at 200 degrees.</p><footer>n|© 2026 Ada</footer>`,
  `<h1>a|Brücke öffnet früher</h1><p>a|Die neue Fußgängerbrücke wurde am Freitag eröffnet, drei Wochen früher als geplant.</p><h3>r|Mehr aus der Stadt</h3><ul><li><a href="/x">r|Markt bleibt im Winter offen</a></li><li><a href="/y">r|Schule bekommt neues Dach</a></li></ul>`,
  `<div class="nav"><a href="/">n|Home</a></div><div class="content"><h1>a|My title</h1><p>a|This is the first paragraph of the article. It has two sentences.</p><p>a|This is the second one, and it is a little longer than the first so that it counts.</p></div><div class="ad">p|Buy now and save 50%!</div><div class="footer">n|Contact us</div>`,
  `<main><h2>a|Otters return to the mill stream</h2><p>a|Two young otters were filmed below the weir on Tuesday, the first in thirty years.</p><aside><h3>p|Join the river trust</h3><p>p|Members get a free guided walk every spring. Sign up today.</p></aside></main>`,
  `<p>a|Just one paragraph of plain prose about a lighthouse keeper who wrote down the weather each day for forty years.</p>`,
  `<ul><li><a href="/1">n|Home</a></li><li><a href="/2">n|Products</a></li><li><a href="/3">n|Contact</a></li></ul><h1>a|About the valley</h1><p>a|The valley was cut by ice and is nine miles long.</p><section><h2>r|You may also like</h2><a href="/hill">r|The hill above the valley</a></section>`,
];

const LETTER = /\b([anpr])\|/g;
const LABELS: Record<string, string> = { a: 'article', n: 'navigation', p: 'promo', r: 'related' };

/** How many blocks have the label that is written before them, of how many. */
function rightBlocks(snippets: readonly string[], toInput: (snippet: string) => PageInput): { right: number; all: number } {
  let right = 0;
  let all = 0;
  for (const snippet of snippets) {
    const wanted = [...snippet.matchAll(LETTER)].map(([, letter]) => LABELS[letter]);
    const blocks = classifyBlocks(toInput(snippet.replace(LETTER, '')));
    expect(blocks).toHaveLength(wanted.length);
    blocks.forEach(({ label }, i) => { if (label === wanted[i]) right++; });
    all += blocks.length;
  }
  return { right, all };
}

/** 42 with the model of 2026-11-30. A new model may miss some others, not many. */
test('at least 39 of 44 lines of text are read right', () => {
  const { right, all } = rightBlocks(TEXTS, (text) => ({ text: text.trim().replace(/^ +/gm, '') }));
  expect(all).toBe(44);
  expect(right).toBeGreaterThanOrEqual(39);
});

/** 41 with the model of 2026-11-30. */
test('at least 38 of 41 blocks of HTML are read right', () => {
  const { right, all } = rightBlocks(PAGES, (html) => ({ html }));
  expect(all).toBe(41);
  expect(right).toBeGreaterThanOrEqual(38);
});
