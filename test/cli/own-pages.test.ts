import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { join, resolve } from 'node:path';
import { classifyBlocks } from '../../src/classify-blocks';
import { addCommand } from '../../src/cli/add';
import { siteOfPage, languageOfPage } from '../../src/cli/page-facts';
import { readSource } from '../../src/cli/read-source';
import { writeWhole } from '../../src/cli/write-file';
import { readModel } from '../../src/model/read-model';
import { parseLabels } from '../../src/training/corpus-page';
import { NEWS_HTML } from '../news-page';

const folder = mkdtempSync(join(tmpdir(), 'boilerplate-own-'));
const at = (...names: string[]) => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command line from its source in the folder. */
function run(args: readonly string[], input = '', timeout?: number): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--import', resolve('node_modules', 'tsx', 'dist', 'esm', 'index.mjs'), resolve('src', 'cli', 'main.ts'), ...args], { cwd: folder, input, timeout, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
}

function expectRefused({ status, stdout, stderr }: ReturnType<typeof run>, line: RegExp): void {
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr.trimEnd()).toMatch(line);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
}

const PAGE = NEWS_HTML.replace('<head>', '<head><link rel="canonical" href="https://www.Harbour.example/ferry">');
const write = (name: string, data: string | Uint8Array) => writeFileSync(at(name), data);

describe('reading a page', () => {
  test.each<[string, Buffer, string]>([
    ['UTF-8 that says nothing', Buffer.from('Fähre'), 'Fähre'],
    ['windows-1252 that says nothing', Buffer.from('F\xe4hre', 'latin1'), 'Fähre'],
    ['a byte order mark', Buffer.from('\uFEFFFähre'), 'Fähre'],
    ['UTF-16', Buffer.from('\uFEFFFähre', 'utf16le'), 'Fähre'],
    ['an encoding of its own', Buffer.from('<meta charset="koi8-r"><p>\xf0\xc1\xd2\xcf\xcd', 'latin1'), '<meta charset="koi8-r"><p>Паром'],
  ])('%s', (_, bytes, text) => {
    write('page.txt', bytes);
    expect(readSource(at('page.txt'))).toBe(text);
  });

  test('binary data and what is not there are refused', () => {
    write('picture.png', Uint8Array.from({ length: 900 }, (_, i) => (i * 37) % 256));
    expect(() => readSource(at('picture.png'))).toThrow(/picture\.png to be HTML or plain text, got binary data/);
    expect(() => readSource(at('nowhere.html'))).toThrow(/Cannot read .*nowhere\.html \(ENOENT\)/);
  });

  test('site and language are what the page says', () => {
    expect(siteOfPage('<link href="//Paper.example:80/x" rel=canonical>')).toBe('paper.example');
    expect(siteOfPage('<meta property="og:url" content="http://www.paper.example?x">')).toBe('paper.example');
    expect(siteOfPage('<link rel="stylesheet" href="https://cdn.example/x">')).toBeUndefined();
    expect(languageOfPage('<html class=x lang="pt-BR">')).toBe('pt');
  });
});

test('a file that cannot be written is told by name, and nothing is left', () => {
  write('taken', 'a file');
  expect(() => writeWhole(at('taken', 'model.json'), '{}')).toThrow(/Cannot write .*model\.json \(E\w+\): name a place that can be written/);
  mkdirSync(at('full'));
  expect(() => writeWhole(at('full'), '{}')).toThrow(/Cannot write/);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a link stays a link, and the file that it leads to is written', () => {
  write('target.json', 'old');
  symlinkSync(at('target.json'), at('link.json'));
  writeWhole(at('link.json'), 'new');
  expect([lstatSync(at('link.json')).isSymbolicLink(), readFileSync(at('target.json'), 'utf8')]).toEqual([true, 'new']);
});

test('folders on the way are made; a file system that takes none is told in one line, at once', () => {
  writeWhole(at('deep', 'er', 'x.json'), '{}');
  expect(readFileSync(at('deep', 'er', 'x.json'), 'utf8')).toBe('{}');
  // Node's own recursive mkdir never comes back from here. In a process of its own, so that a test that fails ends.
  if (process.platform === 'linux') expect(run(['add', '-', '--site', 'x.example', '--to', '/proc/no/such/folder'], '<p>One</p>', 40_000)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^Cannot write \/proc\/no\/such\/folder\/page-\w+\.html \(\w+\): name a place that can be written\n$/) });
});

describe('add', () => {
  test('writes pages and labels with confidences; from a file, from standard input', () => {
    write('ferry one.html', PAGE);
    write('notes.txt', 'Home\nNews\n\nThe ferry stays in port, said the mayor on Monday.');
    const { status, stdout } = run(['add', 'ferry one.html', 'notes.txt', '--year', '2024']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^pages\/ferry-one\.labels: \d+ blocks, \d+ of them unsure[^\n]*\npages\/notes\.labels: 3 blocks[^\n]*\n$/);
    const labels = parseLabels(readFileSync(at('pages', 'ferry-one.labels'), 'utf8'), 'x');
    expect(labels).toMatchObject({ page: 'ferry-one.html', site: 'harbour.example', year: '2024', sha256: createHash('sha256').update(PAGE).digest('hex') });
    expect(labels.lines).toEqual(classifyBlocks(PAGE).map(({ label, text }) => [label, text]));
    expect(readFileSync(at('pages', 'ferry-one.html'), 'utf8')).toBe(PAGE);
    expect(readFileSync(at('pages', 'notes.labels'), 'utf8')).toMatch(/\n\w+\tThe ferry stays[^\t\n]*\t[01]\.\d\d\n/);
    const piped = run(['add', '-', '--site', 'pipe.example', '--to', 'piped'], '<p>Piped in</p>');
    expect(piped).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(at('piped')).map((name) => name.replace(/-[0-9a-f]{8}\./, '-HASH.'))).toEqual(['page-HASH.html', 'page-HASH.labels']);
  });

  test('a page in another character set, and a text that mentions tags, are read as they were after they were added', () => {
    write('cafe.html', Buffer.from('<meta charset="iso-8859-1"><p>Caf\xe9 M\xfcnster opens on Monday', 'latin1'));
    write('tags.txt', 'A line is broken with <br>\nThe second line');
    expect(run(['add', 'cafe.html', 'tags.txt', '--to', 'charsets', '--site', 'x.example'])).toMatchObject({ status: 0, stderr: '' });
    expect(readSource(at('charsets/cafe.html'))).toContain('Café Münster opens');
    expect(parseLabels(readFileSync(at('charsets/cafe.labels'), 'utf8'), 'x').lines.map(([, text]) => text)).toEqual(['Café Münster opens on Monday']);
    expect(readdirSync(at('charsets'))).toEqual(['cafe.html', 'cafe.labels', 'tags.labels', 'tags.txt']);
    expect(parseLabels(readFileSync(at('charsets/tags.labels'), 'utf8'), 'x').lines.map(([, text]) => text)).toEqual(['A line is broken with <br>', 'The second line']);
    expect(run(['check', 'charsets'])).toMatchObject({ status: 0 });
  });

  test('a page whose byte order mark overrules a character set that browsers refuse keeps its mark', () => {
    write('marked.html', '\ufeff<meta charset="iso-2022-kr"><p>The ferry will sail');
    expect(run(['add', 'marked.html', '--to', 'marks', '--site', 'x.example'])).toMatchObject({ status: 0, stderr: '' });
    expect(readSource(at('marks', 'marked.html'))).toBe('<meta charset="iso-2022-kr"><p>The ferry will sail');
  });

  test('folder and site may be numbers: they are written as they were typed', () => {
    expect(run(['add', '-', '--to', '5', '--site', '007'], '<p>One')).toMatchObject({ status: 0, stderr: '' });
    const file = readdirSync(at('5')).find((name) => name.endsWith('.labels'))!;
    expect(parseLabels(readFileSync(at('5', file), 'utf8'), file).site).toBe('007');
  });

  test.each(['site', 'kind', 'language', 'year'])('a line break in --%s is refused: the head would not be read', (name) => {
    for (const end of ['\n', '\r', '\u2028']) {
      expect(() => addCommand([at('notes.txt')], { to: at('broken'), site: 'x.example', kind: 'k', year: '1', [name]: `a${end}b` })).toThrow(expect.objectContaining({ code: 'BAD_OPTION', message: `Expected \`--${name}\` to be one line, got a line break in \`a b\`` }));
    }
    expect(existsSync(at('broken'))).toBe(false);
  });

  test('never overwrites: a page that was added keeps its labels, another of its name is refused', () => {
    const file = at('pages', 'ferry-one.labels');
    const corrected = readFileSync(file, 'utf8').replace(/^\w+\t/m, 'promo\t');
    writeFileSync(file, corrected);
    expect(run(['add', 'ferry one.html'])).toEqual(expect.objectContaining({ status: 0, stdout: '', stderr: 'pages/ferry-one.labels is kept as it is: ferry one.html was added before\n' }));
    write('ferry-one.html', '<p>Another page</p>');
    expectRefused(run(['add', 'ferry-one.html']), /ferry-one\.labels belongs to another page than ferry-one\.html/);
    expect(readFileSync(file, 'utf8')).toBe(corrected);
  });

  test('one bad page, and nothing is written', () => {
    const flags = { to: at('fresh'), site: 'x.example', kind: 'k', year: '1' };
    write('good.html', PAGE);
    write('empty.html', '<p></p>');
    expect(() => addCommand([at('good.html'), at('picture.png')], flags)).toThrow(/binary data/);
    expect(() => addCommand([at('good.html'), at('empty.html')], flags)).toThrow(/empty\.html to hold text, got none/);
    expect(() => addCommand([at('good.html'), at('good.html')], flags)).toThrow(/pages of different names/);
    write('crawl.warc', 'WARC/1.0\r\nWARC-Type: response\r\n\r\n');
    write('packed.html', gzipSync(PAGE));
    // Each is named, and no page is spoken of as if it had been added.
    const { status, stdout, stderr } = run(['add', 'good.html', 'notes.txt', 'crawl.warc', 'packed.html', 'empty.html', '--to', 'fresh']);
    expect({ status, stdout, stderr: stderr.split('\n') }).toEqual({ status: 2, stdout: '', stderr: [
      'Expected crawl.warc to be HTML or plain text, got a web archive: save its pages as files first', 'Expected packed.html to be HTML or plain text, got gzip data: unpack it first',
      'Expected empty.html to hold text, got none', 'Nothing was added', '',
    ] });
    expect(existsSync(at('fresh'))).toBe(false);
    write('korean.html', '<meta charset="iso-2022-kr"><p>The ferry will sail');
    expectRefused(run(['add', 'korean.html']), /^Expected korean\.html to be HTML or plain text, got a page that declares the character set `iso-2022-kr`, which browsers refuse to read$/);
    expectRefused(run(['add', 'good.html', '--to', 'taken', '--site', 'x.example']), /^Cannot write taken/);
    expectRefused(run(['add']), /^Expected pages to add, got none: name HTML or text files/);
  });
});

describe('folders where files are looked for', () => {
  const bad = (name: string, page: string) => {
    write(join('muddle', `${name}.labels`), `# page: ${page}\n# site: x.example\n# kind: k\n# language: en\n# year: 1\n# sha256: ${'0'.repeat(64)}\narticle\tOne\n`);
  };
  beforeAll(() => {
    for (const name of ['muddle', 'muddle/a.labels', 'muddle/b.html', 'muddle/e.html']) mkdirSync(at(name));
    bad('b', 'b.html');
    bad('c', '..');
    bad('d', 'd.txt');
    write('muddle/d.txt', 'One');
  });

  test('check names each with what would be right, and goes on', () => {
    const { status, stdout, stderr } = run(['check', 'muddle']);
    expect(stdout.trimEnd().split('\n')).toEqual([
      'muddle/a.labels:1: Expected a labels file, got a folder: rename, move or mend it',
      'muddle/b.labels:1: Expected the page b.html to be a file, got a folder: name another, or mend it',
      'muddle/c.labels:1: Expected the name of a file beside this one, got `..`',
      'muddle/e.html:1: Expected a page, got a folder: rename or move it',
      expect.stringMatching(/^muddle\/d\.labels:6: d\.txt was changed since it was labelled/),
    ]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '1 page in muddle: 5 to mend\n' });
  });

  test.each([['a.labels', 'muddle/a.labels: Expected a labels file, got a folder'], ['b.labels', 'muddle/b.labels:1: Expected the page b.html'], ['c.labels', 'muddle/c.labels:1: Expected the name of a file']])('train and eval name the first: %s', (name, message) => {
    for (const command of [['train', 'muddle', '--out', 'x.json'], ['eval', 'muddle']]) expectRefused(run(command), new RegExp(`^${message}`));
    rmSync(at('muddle', name), { recursive: true });
  });
});

describe('check, train and eval on these pages', () => {
  test('check: in order, then with a line missing, then with two labels on a block', () => {
    expect(run(['check'])).toMatchObject({ status: 0, stdout: '', stderr: '2 pages in pages: nothing to mend\n' });
    const file = at('pages', 'notes.labels');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace(/.*\tNews\t.*\n/, ''));
    expect(run(['check'])).toMatchObject({ status: 1, stdout: 'pages/notes.labels:7: block 1 of notes.txt has no label: put `label<TAB>News` below this line\n', stderr: '2 pages in pages: 1 to mend\n' });
    writeFileSync(file, good.replace(/\tNews\t/, '\tpromo\tNews\t'));
    const { status, stdout } = run(['check', 'pages']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^pages\/notes\.labels:8: Expected `label<TAB>text`, got `\w+\tpromo\tNews\t[\d.]+`\n/);
    expectRefused(run(['train', '--out', 'x.json']), /^pages\/notes\.labels:8: Expected `label<TAB>text`/);
    expect(existsSync(at('x.json'))).toBe(false);
    writeFileSync(file, good);
    expectRefused(run(['check', 'nowhere']), /Expected nowhere to be a folder of labelled pages/);
  });

  test('a label that no model can have is told at file and line, by check as by train', () => {
    const file = at('pages', 'notes.labels');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace(/^\w+(?=\t)/gm, 'constructor'));
    const line = /^pages\/notes\.labels:7: Expected `label<TAB>text` \(a label cannot be the name of a prototype key\), got `constructor\tHome\t[\d.]+`/;
    expect(run(['check'])).toMatchObject({ status: 1, stdout: expect.stringMatching(line) });
    expectRefused(run(['train', '--out', 'x.json']), line);
    writeFileSync(file, good);
  });

  test('check --labels: words as label takes them, numbers, given in parts; nothing at all is refused', () => {
    const file = at('pages', 'notes.labels');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace(/^\w+(?=\tHome)/m, '2024').replace(/^\w+(?=\tNews)/m, 'legal'));
    expect(run(['check']).stdout).toMatch(/notes\.labels:7: `2024` is no label that is known.*\n.*notes\.labels:8: `legal` is no label/);
    for (const labels of [['--labels', 'legal, 2024,'], ['--labels', '2024', '--labels', 'legal']]) expect(run(['check', ...labels])).toMatchObject({ status: 0, stdout: '' });
    expect(run(['check', '--labels', '2024'])).toMatchObject({ status: 1, stdout: expect.stringMatching(/^[^\n]*notes\.labels:8: [^\n]*\n$/) });
    expectRefused(run(['check', '--labels', '']), /^Expected a value after `--labels <labels>`/);
    writeFileSync(file, good);
  });

  test('train starts from the shipped model, the same bytes each time; eval says what flipped', () => {
    const first = run(['train', 'pages', '--out', 'one.json']);
    expect(first.status).toBe(0);
    // Two pages may not be enough to gain: then a warning says so, and nothing else.
    expect(first.stderr).toMatch(/^(?:warning: on pages held out .+\n)?$/);
    expect(first.stdout).toMatch(/^one\.json: article, navigation, promo, related; 2 pages of 2 sites, starting from the shipped model; \d+ bytes\n[^]*held out by site[^]*blocks changed their label/);
    expect(run(['train', '--out', 'two.json']).status).toBe(0);
    expect(readFileSync(at('two.json'), 'utf8')).toBe(readFileSync(at('one.json'), 'utf8'));
    expect(readModel(readFileSync(at('one.json'), 'utf8')).corpusDigest).not.toBe(readModel(readFileSync(resolve('src', 'model', 'model.json'), 'utf8')).corpusDigest);

    const same = run(['eval', 'pages', '--diff', 'shipped']);
    expect(same).toMatchObject({ status: 0, stderr: '' });
    expect(same.stdout).toMatch(/^HTML: \d+ blocks of 1 page: macro-F1 [\d.]+[^]*as related[^]*plain text: 3 blocks of 1 page:[^]*\n0 blocks flipped against shipped: 0 mended, 0 broken, 0 neither\n$/);
  });

  test('train warns where pages of other sites are read worse after it, and writes the model all the same', () => {
    // One site as the model has it, and one that calls everything by another name.
    const NEXT: Record<string, string> = { article: 'promo', navigation: 'article', promo: 'related', related: 'navigation' };
    const lines = Array.from({ length: 12 }, (_, i) => `The ferry of quay ${i} stays in port, said the mayor on Monday, and sails again when the storm is over.`);
    const turned = ['one', 'two', 'three', 'four'];
    for (const [site, names] of [['right', ['zero']], ['turned', turned]] as const) {
      for (const name of names) write(`${name}.txt`, lines.map((line) => `${name}: ${line}`).join('\n\n'));
      expect(run(['add', ...names.map((name) => `${name}.txt`), '--to', 'contrary', '--site', `${site}.example`]).status).toBe(0);
    }
    for (const name of turned) {
      const file = at('contrary', `${name}.labels`);
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^(\w+)(?=\t)/gm, (label) => NEXT[label]));
    }
    const { status, stderr } = run(['train', 'contrary', '--out', 'contrary.json']);
    expect(stderr).toMatch(/^warning: on pages held out \(plain text\), macro-F1 fell from [\d.]+ to [\d.]+: label more pages before you use this model\n$/);
    expect(status).toBe(0);
    expect(existsSync(at('contrary.json'))).toBe(true);
  });

  test('eval lists each flip with file, line, old, new and gold', () => {
    const json = JSON.parse(readFileSync(at('one.json'), 'utf8')) as { text: { second: { secondBias: string } } };
    // Models that take every line of plain text for the first label, and for the last.
    [[127, 0, 0, 0], [0, 0, 0, 127]].forEach((biases, i) => {
      json.text.second.secondBias = `1e6:${Buffer.from(biases).toString('base64')}`;
      write(i ? 'last.json' : 'first.json', JSON.stringify(json));
    });
    const file = at('pages', 'notes.labels');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\w+(?=\tThe ferry)/m, 'article').replace(/^\w+(?=\tHome)/m, 'related').replace(/^\w+(?=\tNews)/m, 'navigation'));
    const { stdout, status } = run(['eval', '--model', 'first.json', '--diff', 'last.json']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\npages\/notes\.labels:7 block 0: related → article \(broken\) Home\npages\/notes\.labels:8 block 1: related → article \(is navigation\) News\npages\/notes\.labels:9 block 2: related → article \(mended\) The ferry stays in port[^\n]*\n3 blocks flipped against last\.json: 1 mended, 1 broken, 1 neither\n$/);
    const { flips } = JSON.parse(run(['eval', '--model', 'last.json', '--diff', 'first.json', '--json']).stdout) as { flips: object[] };
    expect(flips).toHaveLength(3);
    expect(flips[2]).toEqual({ block: 2, old: 'article', new: 'related', gold: 'article', file: 'pages/notes.labels', line: 9, text: 'The ferry stays in port, said the mayor on Monday.' });
  });

  test('eval writes a report of the same pages', () => {
    expect(run(['eval', 'pages', '--model', 'first.json', '--report', 'report.html'])).toMatchObject({ status: 0, stderr: 'report: report.html\n' });
    expect(readFileSync(at('report.html'), 'utf8')).toMatch(/Model first\.json, on the pages in pages\.[^]*<figcaption>HTML[^]*<figcaption>plain text/);
  });

  test('a model of another version, one that is none, and wrong use are told in one line', () => {
    write('old.json', readFileSync(at('one.json'), 'utf8').replace('"version": 2', '"version": 99'));
    expectRefused(run(['eval', '--model', 'old.json']), /^old\.json: Expected a model file of version 2, got `99`/);
    expectRefused(run(['train', '--from', 'old.json']), /^old\.json: Expected a model file of version 2/);
    expectRefused(run(['train', '--from', 'none.json']), /^Cannot read the model none\.json \(ENOENT\)/);
    expectRefused(run(['train', 'pages', '--corpus', 'pages']), /`--corpus` trains from that folder/);
    expectRefused(run(['eval', 'pages', '--gate']), /leave out the folders/);
    expect(existsSync(at('model.json'))).toBe(false);
  });
});
