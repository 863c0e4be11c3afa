import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLabelFolder, summarisePages } from '../../../src/cli/label/label-folder';
import { startSession } from '../../../src/cli/label/labelling-session';
import { defaultModel } from '../../../src/model/default-model';
import { parseLabels } from '../../../src/training/corpus-page';
import { writeTinyCorpus } from '../tiny-corpus';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boilerplate-label-'));
  writeTinyCorpus(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (...labels: string[]) => startSession(openLabelFolder(folder, defaultModel(), labels), defaultModel());
const labelsOf = (page: string) => readFileSync(join(folder, 'pages', page.replace('.html', '.labels')), 'utf8');
const PAGE = 'paper-1.html';

test('a change rewrites its line and the line of what was reviewed, nothing else', () => {
  const before = labelsOf(PAGE).split('\n');
  const session = open('comment');
  const { sha256, blocks } = session.page(PAGE);
  expect(blocks.map(({ label, text }) => `${label}\t${text}`)).toEqual(before.slice(6, -1));
  session.change(PAGE, sha256, [{ index: 2, label: 'comment', reviewed: true }, { index: 3, label: blocks[3].label, reviewed: true }]);
  const after = labelsOf(PAGE).split('\n');
  expect(after).toEqual([...before.slice(0, 6), '# reviewed: 3-4', ...before.slice(6, 8), `comment\t${blocks[2].text}`, ...before.slice(9)]);
  // Who starts anew finds it so, and the reader of labels passes over the new line.
  expect(open().page(PAGE).blocks.map(({ label, reviewed }) => [label, reviewed])).toEqual(session.page(PAGE).blocks.map(({ label, reviewed }) => [label, reviewed]));
  expect(open().folder.labels).toEqual(['article', 'navigation', 'promo', 'related', 'comment']);
  expect(parseLabels(after.join('\n'), PAGE).lines[2]).toEqual(['comment', blocks[2].text]);
  expect(readdirSync(join(folder, 'pages')).filter((file) => file.endsWith('.part'))).toEqual([]);
});

test('a page without labels gets those of the model, and a labels file with the first change', () => {
  const file = join(folder, 'pages', 'paper-1.labels');
  rmSync(file);
  const session = open();
  const { sha256, blocks } = session.page(PAGE);
  expect(blocks.every(({ label, guess, reviewed }) => label === guess && !reviewed)).toBe(true);
  expect(existsSync(file)).toBe(false);
  session.change(PAGE, sha256, [{ index: 0, label: 'promo', reviewed: true }]);
  const written = parseLabels(readFileSync(file, 'utf8'), 'paper-1.labels');
  expect(written).toMatchObject({ page: PAGE, site: PAGE, kind: 'unknown', sha256, lines: blocks.map(({ label, text }, i) => [i ? label : 'promo', text]) });
  expect(summarisePages(session.folder)[1]).toEqual({ name: PAGE, blocks: 15, reviewed: 1 });
  // As in a file of `add`, lines of the model say how sure it was; those of a person do not.
  const lines = readFileSync(file, 'utf8').split('\n').slice(7, -1);
  expect(lines[0]).toBe('promo\tHome');
  expect(lines.slice(1).every((line) => /^\w+\t[^\t]+\t[01]\.\d\d$/.test(line))).toBe(true);
  session.change(PAGE, sha256, [{ index: 1, label: 'promo', reviewed: true }]);
  expect(readFileSync(file, 'utf8').split('\n').slice(9, -1)).toEqual(lines.slice(2));
});

test('lines that are cut otherwise than the blocks, and a page that was changed since, keep what can be kept', () => {
  const path = join(folder, 'pages', PAGE);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, source.replace('</main>', '<p>A paragraph that nobody has labelled so far.</p></main>'));
  const lines = labelsOf(PAGE).replace('navigation\tHome\nnavigation\tNews', 'related\tHome News').replace(/(# sha256.*)/, '$1\n# reviewed: 1');
  writeFileSync(path.replace('.html', '.labels'), lines);
  const session = open();
  const page = session.page(PAGE);
  expect(page.warning).toBe('paper-1.html was changed after it was labelled: blocks that are new bear the model\'s label');
  expect(page.blocks.slice(0, 3).map(({ label, reviewed }) => [label, reviewed])).toEqual([['related', true], ['related', true], ['navigation', false]]);
  expect(page.blocks.find(({ text }) => text.includes('nobody'))).toMatchObject({ reviewed: false });
  session.change(PAGE, page.sha256, [{ index: 1, label: 'navigation', reviewed: true }]);
  expect(open().page(PAGE).warning).toBeUndefined();
});

test('changes that were made on other data are refused and change nothing', () => {
  const session = open();
  const { sha256 } = session.page(PAGE);
  const path = join(folder, 'pages', 'paper-1.labels');
  const edited = labelsOf(PAGE).replace('promo', 'related');
  expect(() => session.change(PAGE, 'other', [])).toThrow('paper-1.html was changed since');
  expect(() => session.change(PAGE, sha256, [{ index: 99, label: 'promo', reviewed: true }])).toThrow('Expected one of the 15 blocks');
  expect(() => session.change(PAGE, sha256, [{ index: 0, label: 'a\tb\nc', reviewed: true }])).toThrow('one of article, navigation, promo, related');
  writeFileSync(path, edited);
  expect(() => session.change(PAGE, sha256, [{ index: 0, label: 'promo', reviewed: true }])).toThrow('paper-1.labels was changed by somebody else: read anew');
  expect(labelsOf(PAGE)).toBe(edited);
  const page = join(folder, 'pages', PAGE);
  writeFileSync(page, readFileSync(page, 'utf8').replace('</main>', '<p>More.</p></main>'));
  expect(() => session.change(PAGE, sha256, [{ index: 0, label: 'promo', reviewed: true }])).toThrow('paper-1.html was changed since: read anew');
  expect(labelsOf(PAGE)).toBe(edited);
  // Having read it anew, one may go on.
  session.change(PAGE, session.page(PAGE).sha256, [{ index: 0, label: 'promo', reviewed: true }]);
  expect(labelsOf(PAGE)).toContain('promo\tHome');
});

test('a labels file that cannot be read, or that names another page, is told and left alone', () => {
  const broken = (change: (text: string) => string) => {
    writeFileSync(join(folder, 'pages', 'paper-1.labels'), change(labelsOf(PAGE)));
    return summarisePages(openLabelFolder(folder, defaultModel(), []))[1].problem;
  };
  expect(broken((text) => text.replace('paper-1.html', '../../paper-1.html'))).toBe('Expected `# page: paper-1.html` at the top of paper-1.labels, got a string `../../paper-1.html`');
  expect(() => open().page(PAGE)).toThrow('Expected `# page: paper-1.html`');
  expect(broken((text) => `${text.replace('../../', '')}no label\n`)).toMatch(/^Expected `label<TAB>text` at paper-1\.labels:\d+/);
  expect(() => open().page('../pages/paper-2.html')).toThrow('There is no page');
});

test('folders that cannot be labelled are refused in one line', () => {
  expect(() => openLabelFolder(join(folder, 'nowhere'), defaultModel(), [])).toThrow(/^Expected .*nowhere to be a folder of pages, found nothing there/);
  expect(() => openLabelFolder(folder, defaultModel(), ['two words'])).toThrow('Expected labels to offer (a label is 1 to 40 letters, digits, `_` or `-`), got a string `two words`');
  expect(() => openLabelFolder(folder, defaultModel(), ['legal', '__proto__'])).toThrow('Expected labels to offer (a label cannot be the name of a prototype key), got a string `__proto__`');
  cpSync(join(folder, 'pages', PAGE), join(folder, 'pages', 'paper-1.txt'));
  expect(() => open()).toThrow('paper-1.html and paper-1.txt in');
  rmSync(join(folder, 'pages'), { recursive: true });
  expect(() => open()).toThrow(/^Expected pages \(\.html, \.htm, \.txt\) in .*, found none$/);
});

test('a page is sent as its blocks, without its source', () => expect(Object.keys(open().page(PAGE)).sort()).toEqual(['blocks', 'name', 'sha256', 'warning']));
