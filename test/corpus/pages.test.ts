import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '../../src/blocks/page';
import { splitPage } from '../../src/blocks/split-page';
import { DEFAULT_LIMITS } from '../../src/options';
import { alignmentWords } from '../../src/training/align-words';
import { labelledPage, labelledText, parseLabels, UNSCORED_LABELS, type LabelsFile } from '../../src/training/corpus-page';
import { joinLabels, type LabelledPage } from '../../src/training/labelled-page';

const FOLDER = join('corpus', 'pages');
const SCORED_LABELS = ['article', 'navigation', 'promo', 'related'];
const KNOWN_LABELS = [...SCORED_LABELS, ...UNSCORED_LABELS];
const KINDS = [
  'news', 'technews', 'blog', 'magazine', 'recipe', 'forum', 'qa', 'docs', 'shop', 'service', 'government', 'listing', 'reference', 'personal', 'sport', 'science',
];

const MIN_PAGES = 120;
const MIN_LANGUAGES = 12;
const MIN_TEXT_PAGES = 20;
const MIN_PAGES_WITH_PROMO_BOX = 25;
const MIN_PAGES_WITH_TWO_RELATED_BOXES = 30;
const MIN_PAGES_OF_A_KIND = 10;
const MIN_MEDIAN_BLOCKS = 100;
const MIN_MEDIAN_WORDS = 700;
/** Blocks in a row with one label that count as a box: its heading and an entry. */
const MIN_BOX_BLOCKS = 2;
const MAX_SHARED_TOKENS = 0.3;
/** Shares of class names that spell a label and of blocks inside an element named for their label: below those of real pages, see the last test. */
const MAX_TELLING_NAMES = 0.05;
const MAX_TELLING_NAMES_OF_A_PAGE = 0.15;
const MAX_TOLD_BLOCKS = 0.15;
const BENCH = join('..', 'shared', 'bench');
/** Every seventh page with gold labels is enough to compare with. */
const BENCH_PAGE_STEP = 7;

const LABEL_WORDS: Record<string, RegExp> = {
  article: /^articles?$/,
  navigation: /^nav(bar|igation|s)?$/,
  promo: /^(promos?|promotions?)$/,
  related: /^related$/,
};

interface CorpusPage {
  name: string;
  source: string;
  file: LabelsFile;
  labelled: LabelledPage;
}

const names = readdirSync(FOLDER);
const pageNames = names.filter((name) => extname(name) !== '.labels');
const labelNames = names.filter((name) => extname(name) === '.labels');
const stem = (name: string) => basename(name, extname(name));

const pages: CorpusPage[] = labelNames.map((name) => {
  const file = parseLabels(readFileSync(join(FOLDER, name), 'utf8'), join(FOLDER, name));
  const source = readFileSync(join(FOLDER, file.page), 'utf8');
  return { name: stem(name), source, file, labelled: labelledPage(source, file, KNOWN_LABELS) };
});
const htmlPages = pages.filter(({ labelled }) => labelled.page.source === 'html');

const ofKinds = (...kinds: string[]) => pages.filter(({ file }) => kinds.includes(file.kind)).length;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Runs of blocks in a row that bear the label. */
function boxesOf(file: LabelsFile, label: string): number {
  let boxes = 0;
  let run = 0;
  for (const [found] of [...file.lines, ['', '']]) {
    if (found === label) run++;
    else {
      if (run >= MIN_BOX_BLOCKS) boxes++;
      run = 0;
    }
  }
  return boxes;
}

/** Class names and ids of the elements around blocks. */
function namesOf(page: Page): Set<string> {
  return new Set(page.elements.flatMap(({ className, id }) => `${className} ${id}`.split(/\s+/)).filter(Boolean));
}

/** The words of a class name: `c-card__promoBox` gives c, card, promo, box. */
function wordsOfName(name: string): string[] {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z]+/).filter(Boolean);
}

/** Class names, ids and three-step tag paths: what two pages of one template share. */
function templateTokens({ labelled: { page } }: CorpusPage): Set<string> {
  const tokens = namesOf(page);
  page.elements.forEach((_, i) => {
    const path: string[] = [];
    for (let k = i; k > 0 && path.length < 3; k = page.elements[k].parent) path.unshift(page.elements[k].tag);
    if (path.length) tokens.add(`> ${path.join(' > ')}`);
  });
  return tokens;
}

function jaccard(a: Set<string>, b: Set<string>): number {
  let both = 0;
  for (const token of a) if (b.has(token)) both++;
  return both / Math.max(1, a.size + b.size - both);
}

const spells = (name: string, label: string) => wordsOfName(name).some((word) => LABEL_WORDS[label].test(word));

/** Share of class names and ids that spell any label, and of labelled blocks inside an element whose name spells theirs. */
function toldBy(labelledPages: readonly Pick<LabelledPage, 'page' | 'labels'>[]): { names: number; blocks: number } {
  let allNames = 0;
  let tellingNames = 0;
  let blocks = 0;
  let told = 0;
  for (const { page, labels } of labelledPages) {
    for (const name of namesOf(page)) {
      allNames++;
      if (SCORED_LABELS.some((label) => spells(name, label))) tellingNames++;
    }
    page.blocks.forEach(({ element }, i) => {
      const label = labels[i];
      if (label === undefined || !SCORED_LABELS.includes(label)) return;
      blocks++;
      for (let k = element; k >= 0; k = page.elements[k].parent) {
        if (!spells(`${page.elements[k].className} ${page.elements[k].id}`, label)) continue;
        told++;
        return;
      }
    });
  }
  return { names: tellingNames / Math.max(1, allNames), blocks: told / Math.max(1, blocks) };
}

/** Some real pages with their gold labels. */
function benchPages(): Pick<LabelledPage, 'page' | 'labels'>[] {
  const labelOfCode: Record<string, string> = { A: 'article', N: 'navigation', P: 'promo', R: 'related', C: 'comment', X: 'undecided' };
  return readdirSync(join(BENCH, 'gold')).sort().filter((_, i) => i % BENCH_PAGE_STEP === 0).map((file) => {
    const { html, lines } = JSON.parse(readFileSync(join(BENCH, 'gold', file), 'utf8')) as { html: string; lines: [string, string][] };
    const page = splitPage('html', gunzipSync(readFileSync(join(BENCH, html))).toString('utf8'), DEFAULT_LIMITS);
    return { page, labels: joinLabels(page.blocks, lines.map(([code, text]) => [labelOfCode[code], text] as const), SCORED_LABELS) };
  });
}

const SNIPPET_LINES = 6;

describe('the written pages', () => {
  it('each have a labels file of the same name, and each labels file its page', () => {
    expect(pageNames.map(stem).sort()).toEqual(labelNames.map(stem).sort());
    expect(pages.filter(({ name, file }) => stem(file.page) !== name || !pageNames.includes(file.page)).map(({ name }) => name)).toEqual([]);
  });

  it('are those that were labelled: the hash of the source is right', () => {
    const changed = pages.filter(({ source, file }) => createHash('sha256').update(source).digest('hex') !== file.sha256);
    expect(changed.map(({ name }) => name)).toEqual([]);
  });

  it('are HTML where their name says so and plain text elsewhere', () => {
    expect(pages.filter(({ file, labelled }) => (extname(file.page) === '.html') !== (labelled.page.source === 'html')).map(({ name }) => name)).toEqual([]);
  });

  it('have a known kind, a language, a year and a site of their own under .example', () => {
    for (const { file } of pages) {
      expect(KINDS).toContain(file.kind);
      expect(file.language).toMatch(/^[a-z]{2}$/);
      expect(file.year).toMatch(/^(19|20)\d\d$/);
      expect(file.site).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)*\.example$/);
    }
    expect(new Set(pages.map(({ file }) => file.site)).size).toBe(pages.length);
  });

  it('name no host outside .example, but for the namespaces of markup', () => {
    const allowed = /^(?:[\w-]+\.)*example$|^(?:schema\.org|www\.w3\.org|ogp\.me|purl\.org)$/i;
    const outside = pages.flatMap(({ name, source }) =>
      [...source.matchAll(/(?:https?:)?\/\/([\w-]+(?:\.[\w-]+)+)/gi)].filter(([, host]) => /\.[a-z]{2,}$/i.test(host) && !allowed.test(host)).map(([url]) => `${name}: ${url}`),
    );
    expect(outside).toEqual([]);
  });

  it('bear one of the known labels on every line', () => {
    const unknown = pages.flatMap(({ name, file }) => file.lines.filter(([label]) => !KNOWN_LABELS.includes(label)).map(([label]) => `${name}: ${label}`));
    expect(unknown).toEqual([]);
    // A snippet of a few lines may be a headline and its text alone.
    const wanted = (lines: number) => (lines < SNIPPET_LINES ? ['article'] : ['article', 'navigation']);
    const lacking = pages.flatMap(({ name, file: { lines } }) => wanted(lines.length).filter((label) => !lines.some(([found]) => found === label)).map((label) => `${name}: ${label}`));
    expect(lacking).toEqual([]);
  });

  it('give every block the label of its line, as HTML and as plain text', () => {
    for (const { name, file, labelled } of pages) {
      for (const [form, page] of [['source', labelled], ['text', labelledText(file, KNOWN_LABELS)]] as const) {
        const without = page.page.blocks.filter((_, i) => page.labels[i] === undefined).map(({ text }) => text);
        expect([name, form, without]).toEqual([name, form, []]);
      }
    }
  });

  it('leave no label of the model undefined but where a line teaches nothing', () => {
    for (const { name, file, labelled } of pages) {
      const scored = joinLabels(labelled.page.blocks, file.lines, SCORED_LABELS);
      const lost = labelled.page.blocks.filter((_, i) => scored[i] === undefined && !UNSCORED_LABELS.includes(labelled.labels[i] ?? ''));
      expect([name, lost.map(({ text }) => text)]).toEqual([name, []]);
    }
  });

  it('have lines that say what the page says: nothing is missing on either side', () => {
    for (const { name, file, labelled } of pages) {
      const inPage = labelled.page.blocks.flatMap(({ text }) => alignmentWords(text));
      const inLines = file.lines.flatMap(([, text]) => alignmentWords(text));
      expect([name, inLines.join(' ')]).toEqual([name, inPage.join(' ')]);
    }
  });
});

describe('the mix of written pages', () => {
  it('is broad enough', () => {
    expect(pages.length).toBeGreaterThanOrEqual(MIN_PAGES);
    expect(new Set(pages.map(({ file }) => file.language)).size).toBeGreaterThanOrEqual(MIN_LANGUAGES);
    expect(pages.length - htmlPages.length).toBeGreaterThanOrEqual(MIN_TEXT_PAGES);
  });

  it('has boxes of promotion and several boxes of related pieces on many pages', () => {
    expect(pages.filter(({ file }) => boxesOf(file, 'promo') >= 1).length).toBeGreaterThanOrEqual(MIN_PAGES_WITH_PROMO_BOX);
    expect(pages.filter(({ file }) => boxesOf(file, 'related') >= 2).length).toBeGreaterThanOrEqual(MIN_PAGES_WITH_TWO_RELATED_BOXES);
  });

  it.each([
    ['forum and question pages', ['forum', 'qa']],
    ['shop and listing pages', ['shop', 'listing']],
    ['documentation, reference and government pages', ['docs', 'reference', 'government']],
  ])('has enough %s', (_, kinds) => {
    expect(ofKinds(...kinds)).toBeGreaterThanOrEqual(MIN_PAGES_OF_A_KIND);
  });

  it('is of whole pages, mostly furniture, not of clean articles', () => {
    expect(median(pages.map(({ labelled }) => labelled.page.blocks.length))).toBeGreaterThanOrEqual(MIN_MEDIAN_BLOCKS);
    expect(median(pages.map(({ labelled }) => labelled.page.blocks.reduce((sum, { text }) => sum + alignmentWords(text).length, 0)))).toBeGreaterThanOrEqual(MIN_MEDIAN_WORDS);
  });
});

describe('the markup of the written pages', () => {
  it('is different on every page', () => {
    const tokens = htmlPages.map(templateTokens);
    const alike: string[] = [];
    for (let i = 0; i < tokens.length; i++) {
      for (let j = i + 1; j < tokens.length; j++) {
        const shared = jaccard(tokens[i], tokens[j]);
        if (shared > MAX_SHARED_TOKENS) alike.push(`${htmlPages[i].name} and ${htmlPages[j].name}: ${shared.toFixed(2)}`);
      }
    }
    expect(alike).toEqual([]);
  });

  it('would be seen to be the same on two pages of one template', () => {
    const [a] = htmlPages;
    expect(jaccard(templateTokens(a), templateTokens(a))).toBe(1);
    const other = splitPage('html', a.source.replace(/<p\b/g, '<p lang="x"'), DEFAULT_LIMITS);
    expect(jaccard(templateTokens(a), templateTokens({ ...a, labelled: { ...a.labelled, page: other } }))).toBeGreaterThan(MAX_SHARED_TOKENS);
  });

  it('does not spell the labels in class names and ids, and seldom puts a block inside an element named for its label', () => {
    const { names: share, blocks } = toldBy(htmlPages.map(({ labelled }) => labelled));
    expect(share).toBeLessThanOrEqual(MAX_TELLING_NAMES);
    expect(blocks).toBeLessThanOrEqual(MAX_TOLD_BLOCKS);
    const tooMany = htmlPages.filter(({ labelled }) => toldBy([labelled]).names > MAX_TELLING_NAMES_OF_A_PAGE);
    expect(tooMany.map(({ name }) => name)).toEqual([]);
  });

  const here = existsSync(BENCH);
  (here ? it : it.skip)(`tells less than the markup of real pages${here ? '' : ' (skipped: there is no ../shared/bench here)'}`, () => {
    const real = toldBy(benchPages());
    const written = toldBy(htmlPages.map(({ labelled }) => labelled));
    expect(written.names).toBeLessThan(real.names);
    expect(written.blocks).toBeLessThan(real.blocks);
  });
});
