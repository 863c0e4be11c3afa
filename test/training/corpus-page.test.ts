import { formatLabels, labelledPage, labelledText, labelsOf, parseLabels, type LabelsFile } from '../../src/training/corpus-page';

const FILE: LabelsFile = {
  page: 'boat.html', site: 'canal-post.example', kind: 'news', language: 'en', year: '2024', sha256: 'ab'.repeat(32),
  lines: [['navigation', 'Home'], ['article', 'The boat sank: # 3 of 4.'], ['comment', 'I saw it!'], ['promo', '# offer: one letter']],
};

const TEXT = `# page: boat.html
# site: canal-post.example
# kind: news
# language: en
# year: 2024
# sha256: ${'ab'.repeat(32)}
navigation\tHome
article\tThe boat sank: # 3 of 4.
comment\tI saw it!
promo\t# offer: one letter
`;

function errorOf(text: string): unknown {
  try {
    parseLabels(text, 'pages/boat.labels');
  } catch (error) {
    return error;
  }
  return undefined;
}

test('a labels file is written and read', () => {
  expect(formatLabels(FILE)).toBe(TEXT);
  expect(parseLabels(TEXT, 'pages/boat.labels')).toEqual(FILE);
});

test('Windows line ends, blank lines and fields of other names are read over', () => {
  expect(parseLabels(TEXT.replace('# kind', '\n# note: by hand\n# kind').replaceAll('\n', '\r\n'), 'x')).toMatchObject(FILE);
});

test('a byte order mark and how sure the model was are read over', () => {
  expect(parseLabels(`\uFEFF${TEXT}`, 'x')).toEqual(FILE);
  const sure = formatLabels(FILE, [1, 0.5, 0.251, 0]);
  expect(sure).toContain('\nnavigation\tHome\t1.00\n');
  expect(sure).toContain('\ncomment\tI saw it!\t0.25\n');
  expect(parseLabels(sure, 'x')).toEqual(FILE);
});

test.each<[what: string, text: string, message: string]>([
  ['a line without a tab', TEXT.replace('article\t', 'article '), 'Expected `label<TAB>text` at pages/boat.labels:8, got a string `article The boat sank: # 3 of 4.`'],
  ['two tabs', TEXT.replace('I saw', 'I\tsaw'), 'Expected `label<TAB>text` at pages/boat.labels:9, got a string `comment\tI\tsaw it!`'],
  ['two labels', TEXT.replace('article\t', 'article\tpromo\t'), 'Expected `label<TAB>text` at pages/boat.labels:8, got a string `article\tpromo\tThe boat sank: # 3 of 4.`'],
  ['no text', TEXT.replace('I saw it!', ' '), 'Expected `label<TAB>text` at pages/boat.labels:9, got a string `comment\t `'],
  ['no label', TEXT.replace('navigation\t', '\t'), 'Expected `label<TAB>text` (a label is 1 to 40 letters, digits, `_` or `-`) at pages/boat.labels:7, got a string `\tHome`'],
  ['a label with a space', TEXT.replace('navigation', 'site menu'), 'Expected `label<TAB>text` (a label is 1 to 40 letters, digits, `_` or `-`) at pages/boat.labels:7, got a string `site menu\tHome`'],
  ['a label of 41 letters', TEXT.replace('navigation', 'n'.repeat(41)), `Expected \`label<TAB>text\` (a label is 1 to 40 letters, digits, \`_\` or \`-\`) at pages/boat.labels:7, got a string \`${'n'.repeat(41)}\tHome\``],
  ...['__proto__', 'constructor', 'prototype'].map((name): [string, string, string] => [
    `the label ${name}`, TEXT.replace('navigation', name), `Expected \`label<TAB>text\` (a label cannot be the name of a prototype key) at pages/boat.labels:7, got a string \`${name}\tHome\``,
  ]),
  ['a field below the lines', `${TEXT}# kind: blog\n`, 'Expected `label<TAB>text` at pages/boat.labels:11, got a string `# kind: blog`'],
  ...['page', 'site', 'kind', 'language', 'year', 'sha256'].map((name): [string, string, string] => [
    `no ${name}`, TEXT.replace(new RegExp(`# ${name}: .*\n`), ''), `Expected a line \`# ${name}: …\` at the top of pages/boat.labels`,
  ]),
  ['an empty field', TEXT.replace('2024', ''), 'Expected a line `# year: …` at the top of pages/boat.labels'],
  ['an empty file', '', 'Expected a line `# page: …` at the top of pages/boat.labels'],
])('%s is refused', (_, text, message) => {
  const error = errorOf(text);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({ code: 'BAD_LABELS', message });
});

test('labels: those of the package first, others by the alphabet, comments and the undecided left out', () => {
  const other: LabelsFile = { ...FILE, lines: [['undecided', 'x'], ['recipe', 'x'], ['legal', 'x'], ['article', 'x']] };
  expect(labelsOf([FILE, other], ['article', 'navigation', 'promo', 'related'])).toEqual(['article', 'navigation', 'promo', 'legal', 'recipe']);
  expect(labelsOf([], ['article'])).toEqual([]);
});

test('a page with its labels, whatever the splitter makes of it', () => {
  const page = labelledPage('<body><nav><a href="/">Home</a></nav><p>The boat sank: # 3 of 4.</p><p>I saw it!</p><p># offer: one</p><p>letter</p></body>', FILE, ['article', 'navigation', 'promo']);
  expect(page).toMatchObject({ name: 'boat.html', site: 'canal-post.example', labels: ['navigation', 'article', undefined, 'promo', 'promo'] });
  expect(page.page.source).toBe('html');
});

test('a page that is plain text', () => {
  const page = labelledPage('Home\n\nThe boat sank: # 3 of 4.<br>', { ...FILE, page: 'boat.txt' }, ['article', 'navigation']);
  expect(page.page.source).toBe('text');
  expect(page.labels).toEqual(['navigation', 'article']);
});

test('the same page as plain text: one line a block', () => {
  const text = labelledText(FILE, ['article', 'navigation', 'promo']);
  expect(text.page.blocks.map((block) => block.text)).toEqual(['Home', 'The boat sank: # 3 of 4.', 'I saw it!', '# offer: one letter']);
  expect(text.labels).toEqual(['navigation', 'article', undefined, 'promo']);
});
