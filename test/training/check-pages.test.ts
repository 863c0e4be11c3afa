import { checkPages, type PageToCheck } from '../../src/training/check-pages';
import { formatLabels, numberLabels } from '../../src/training/corpus-page';
import { newLabels } from '../../src/training/new-labels';
import { nearDuplicates } from '../../src/training/near-duplicates';
import { randomStream } from '../../src/training/random';
import { matchLines } from '../../src/training/match-lines';

const KNOWN = ['article', 'navigation', 'promo'];
const SHA = 'ab'.repeat(32);

/** A page of its own site, in order; its labels stand from line 7 on. */
function page(name: string, lines: [string, string][] = [['navigation', `Home of ${name}`], ['article', `The tale of ${name} and the sea`]], change: (text: string) => string = (text) => text): PageToCheck {
  const source = lines.map(([, text]) => text).join('\n\n');
  const file = formatLabels({ page: `${name}.txt`, site: `${name}.example`, kind: 'news', language: 'en', year: '2024', sha256: SHA, lines });
  return { file: `${name}.labels`, split: 'pages', labels: numberLabels(change(file), () => {}), source, sha256: SHA };
}

const findings = (...pages: PageToCheck[]) => checkPages(pages, KNOWN).map(({ file, line, message }) => `${file}:${line}: ${message}`);

test('pages in order give nothing to mend', () => expect(findings(page('ann'), page('bo'))).toEqual([]));

test('a rule of signs that somebody labelled is no block, and nothing to mend', () => {
  expect(findings(page('ann', undefined, (text) => text.replace('article\t', 'article\t========\narticle\t')))).toEqual([]);
});

test.each<[string, () => PageToCheck[], string]>([
  ['a page that was changed', () => [{ ...page('ann'), sha256: 'cd'.repeat(32) }], `ann.labels:6: ann.txt was changed since it was labelled: where the labels still fit it, put \`# sha256: ${'cd'.repeat(32)}\` here`],
  ['a line that is missing', () => [page('ann', undefined, (text) => text.replace(/article\t.*\n/, ''))], 'ann.labels:7: block 1 of ann.txt has no label: put `label<TAB>The tale of ann and the sea` below this line'],
  ['the first line that is missing', () => [page('ann', undefined, (text) => text.replace(/navigation\t.*\n/, ''))], 'ann.labels:6: block 0 of ann.txt has no label: put `label<TAB>Home of ann` below this line'],
  ['a line of no block', () => [page('ann', undefined, (text) => `${text}promo\tBuy kettles\n`)], 'ann.labels:9: no block of ann.txt reads `Buy kettles`: remove the line or mend its text'],
  ['two labels on a block', () => [page('ann', undefined, (text) => text.replace('article\t', 'promo\tThe tale of ann and the sea\narticle\t'))], 'ann.labels:9: two labels on one block, `promo` and `article`: remove one of the two lines'],
  ['a slip', () => [page('ann', undefined, (text) => text.replace('article\t', 'artcile\t'))], 'ann.labels:8: `artcile` is no label that is known: write `article`'],
  ['a label on one block', () => [page('ann', undefined, (text) => text.replace('article\t', 'legal\t'))], 'ann.labels:8: `legal` is no label that is known: use one of `article`, `navigation`, `promo`, `undecided`, or put it on three blocks or more'],
  ['a label on one block that the shipped model is not taught', () => [page('ann', undefined, (text) => text.replace('article\t', 'comment\t'))], 'ann.labels:8: `comment` is no label that is known: use one of `article`, `navigation`, `promo`, `undecided`, or put it on three blocks or more'],
  ['a site in two splits', () => [page('ann'), { ...page('bo', undefined, (text) => text.replace('bo.example', 'ann.example')), split: 'test' }], 'bo.labels:2: site `ann.example` stands in pages too: keep all its pages in one of the two'],
  ['a site written two ways', () => [page('ann'), page('bo', undefined, (text) => text.replace('bo.example', 'https://WWW.ann.example/'))], 'bo.labels:2: site `https://WWW.ann.example/` is written `ann.example` in ann.labels and falls into two folds: write it alike'],
])('%s is found by file and line, with its mend', (_, pages, expected) => expect(findings(...pages())).toEqual([expected]));

test('nearly the same page is found, a page of the same frame is not', () => {
  const words = (seed: number, count: number) => {
    const random = randomStream(seed);
    return Array.from({ length: count }, () => `w${Math.floor(random() * 1000)}`).join(' ');
  };
  const menu = words(1, 300);
  expect(nearDuplicates([`${menu} ${words(2, 300)}`, `${menu} ${words(3, 300)}`])).toEqual([]);
  expect(nearDuplicates([words(4, 600), words(5, 600), `${words(4, 590)} and now another end`])).toEqual([{ first: 0, second: 2, share: expect.closeTo(0.97, 1) }]);
  const lines: [string, string][] = [['article', words(4, 100)], ['article', words(6, 100)]];
  expect(findings(page('ann', lines), page('bo', lines))).toEqual(['bo.labels:1: bo.txt is nearly the same page as ann.labels (100% of its runs of five words): keep one of the two']);
});

test('a new label stands on three blocks and is not too like a known one', () => {
  const lines = ['legal', 'legal', 'legal', 'comment', 'naviagtion', 'naviagtion', 'naviagtion', 'undecided', 'article'].map((label): [string, string] => [label, 'x']);
  expect(newLabels([{ lines }], KNOWN)).toEqual([
    { label: 'comment', blocks: 1, isSlip: true }, { label: 'legal', blocks: 3, isSlip: false }, { label: 'naviagtion', blocks: 3, meant: 'navigation', isSlip: true },
  ]);
});

test('blocks that are cut otherwise than their lines find the line of most of their words', () => {
  const blocks = ['Home', 'Home', 'A tale of boats', 'and of the sea', 'New'].map((text) => ({ text }));
  expect(matchLines(blocks, [['n', 'Home'], ['n', 'Home'], ['a', 'A tale of boats and of the sea'], ['p', 'Old']])).toEqual({ lineOf: [0, 1, 2, 2, -1], unused: [3] });
});
