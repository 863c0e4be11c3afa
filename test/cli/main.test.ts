import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classifyBlocks } from '../../src/classify-blocks';
import { corpusDigest, DEFAULT_LABELS, readCorpus } from '../../src/cli/corpus-files';
import { writeMeasured } from '../../src/cli/measured-files';
import { readModel } from '../../src/model/read-model';
import { SYSTEMS } from '../../src/training/cross-validate';
import { measure } from '../../src/training/train-model';
import { writeTinyCorpus } from './tiny-corpus';

const MAX_MS = 60_000;

/** Runs the command line from its source, as `npx tsx src/cli/main.ts` does. */
function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', join('src', 'cli', 'main.ts'), ...args], { encoding: 'utf8', timeout: MAX_MS, env: { ...process.env, NODE_OPTIONS: '' } });
}

const folder = mkdtempSync(join(tmpdir(), 'boilerplate-cli-'));
const corpus = join(folder, 'corpus');
const at = (name: string) => join(folder, name);

beforeAll(() => writeTinyCorpus(corpus));
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the corpus with one labels file changed. */
function brokenCorpus(name: string, change: (file: string) => void): string {
  cpSync(corpus, at(name), { recursive: true });
  change(join(at(name), 'pages', 'paper-3.labels'));
  return at(name);
}

/** Exit code 2, nothing on standard output, one line on standard error. */
function expectRefused({ status, stdout, stderr }: ReturnType<typeof run>, line: string | RegExp): void {
  expect(stderr).toMatch(/^[^\n]+\n$/);
  if (typeof line === 'string') expect(stderr).toBe(`${line}\n`);
  else expect(stderr.trimEnd()).toMatch(line);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
}

describe('train', () => {
  test('writes a model that is read, the same bytes each time, and says so in one line', () => {
    const first = run('train', '--corpus', corpus, '--out', at('one/model.json'));
    expect(first.stderr).toBe('');
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(/model\.json: article, navigation, promo, related; 6 written pages, 0 measured pages; \d+ bytes\n$/);
    const text = readFileSync(at('one/model.json'), 'utf8');
    const model = readModel(text);
    expect(model.labels).toEqual(['article', 'navigation', 'promo', 'related']);
    expect(model.corpusDigest).toBe(corpusDigest(corpus));
    expect(classifyBlocks('<nav><a href="/section/4">News</a></nav>', { model })).toHaveLength(1);
    expect(readdirSync(at('one'))).toEqual(['model.json']);

    expect(run('train', '--corpus', corpus, '--out', at('model-two.json')).status).toBe(0);
    expect(readFileSync(at('model-two.json'), 'utf8')).toBe(text);
  });
});

describe('eval', () => {
  test('prints the figures of every system and reading as JSON', () => {
    const { status, stdout, stderr } = run('eval', '--corpus', corpus, '--json');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as Record<string, Record<string, { blocks: number; macroF1: number; confusion: number[][] }>>;
    expect(Object.keys(report)).toEqual(['markup', 'text']);
    for (const reading of Object.values(report)) {
      expect(Object.keys(reading)).toEqual([...SYSTEMS]);
      for (const { blocks, macroF1, confusion } of Object.values(reading)) {
        // Six pages of fifteen lines.
        expect(blocks).toBe(90);
        expect(confusion.flat().reduce((a, b) => a + b, 0)).toBe(90);
        expect(macroF1 >= 0 && macroF1 <= 1).toBe(true);
      }
    }
  });

  test('writes a report with a learning curve of written pages, of measured figures and of both, and says where', () => {
    const both = at('measured-too');
    cpSync(corpus, both, { recursive: true });
    const { pages, texts } = readCorpus(corpus);
    writeMeasured(join(both, 'measured'), measure(pages, texts, DEFAULT_LABELS));
    const { status, stdout, stderr } = run('eval', '--corpus', both, '--report', at('out/report.html'), '--curve');
    expect({ status, stderr }).toEqual({ status: 0, stderr: `report: ${at('out/report.html')}\n` });
    const [, rows = ''] = /^learning curve: .*\ntrained on +pages +macro-F1\n([^]*)$/m.exec(stdout) ?? [];
    const points = rows.trim().split('\n').map((row) => /^(.*?) +(\d+) +\d+\.\d$/.exec(row)!.slice(1));
    const largest = new Map(points.map(([source, count]) => [source, Number(count)]));
    // As the fits count them: of six written pages a fifth is left out, of measured pages too.
    expect([...largest]).toEqual([['written pages', 5], ['measured figures', 5], ['both', 10]]);
    const html = readFileSync(at('out/report.html'), 'utf8');
    for (const id of ['confusion', 'labels', 'confidence', 'thresholds', 'curve', 'sites', 'wrong']) expect(html).toContain(`<section id="${id}">`);
    for (const source of largest.keys()) expect(html).toContain(`<title>${source}: `);
    expect(html).toContain('6 pages');
    expect(readdirSync(at('out'))).toEqual(['report.html']);
  }, MAX_MS);

  test('compares article text with other extractors in one table', () => {
    const { status, stdout } = run('eval', '--corpus', corpus, '--compare');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^article text of 6 written HTML pages.*, \d{4}-\d\d-\d\d; .*\n +F1 +precision +recall +gave nothing +failed\nboilerplate-classifier \d+\.\d+\.\d+( +\d+\.\d){3}( +\d+){2}\nReadability \d+\.\d+\.\d+ .*\nDefuddle \d+\.\d+\.\d+ .*\n/);
  });

  test.each<[string[], string]>([
    [['--compare', '--report', 'x.html'], '`eval` does nothing with `--report` beside `--compare`: leave one of them out'],
    [['--bench', 'none', '--gate', '--pin'], '`eval` does nothing with `--gate` and `--pin` beside `--bench`: leave one of them out'],
    [['--compare', '--json'], '`eval` does nothing with `--json` beside `--compare`: leave one of them out'],
    [['--bench', 'none', '--sources', '--fold', '1'], '`eval` does nothing with `--fold` beside `--sources`: leave one of them out'],
    [['--reason', 'none'], '`--reason` says why floors fall when they are pinned: give `--pin` too'],
  ])('flags that do nothing together are refused: %j', (flags, line) => expectRefused(run('eval', ...flags), line));

  test('a corpus with labels of its own is scored by those', () => {
    const own = brokenCorpus('own-labels', () => {});
    for (const file of readdirSync(join(own, 'pages')).filter((name) => name.endsWith('.labels'))) {
      const path = join(own, 'pages', file);
      writeFileSync(path, readFileSync(path, 'utf8').replace('related\tMore', 'jobs\tMore'));
    }
    const { status, stdout, stderr } = run('eval', '--corpus', own);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/macro-F1 +accuracy +F1 article +F1 navigation +F1 promo +F1 related +F1 jobs\n/);
  }, MAX_MS);

  test.each([['9', '`9`'], ['1.5', '`1.5`'], ['abc', 'a string `abc`']])('fold %s is none', (fold, got) => {
    expectRefused(run('eval', '--bench', at('none'), '--fold', fold), `Expected \`--fold\` to be a whole number from 0 to 4, got ${got}`);
  });
});

describe('what is wrong is told in one line, with exit code 2', () => {
  test('an unknown command', () => expectRefused(run('trian'), 'Unknown command `trian`: see boilerplate-classifier --help'));
  test('an unknown option', () => expectRefused(run('train', '--corpsu', corpus), /^Unknown option `--corpsu`/));
  test('an option without its value', () => expectRefused(run('train', '--out'), /--out <file>/));
  test('a value that is empty, or given twice', () => {
    expectRefused(run('classify', '--model', '', 'page.html'), 'Expected a value after `--model <file>`, got an empty one: give one, or leave out the flag');
    expectRefused(run('label', '--port', ''), /^Expected a value after `--port <number>`/);
    expectRefused(run('train', '--out', 'a', '--out', 'b'), /^Expected `--out <file>` once, got it 2 times \(a, b\)/);
  });
  test('a model whose name is a number: a file of that name is looked for', () => expectRefused(run('eval', '--model', '99'), 'Cannot read the model 99 (ENOENT): name a file that `train` wrote'));
  test('a folder that is not there: the line says what would be right', () => {
    expectRefused(run('train', '--corpus', at('nowhere'), '--out', at('x.json')), `Expected a corpus with labelled pages in ${at('nowhere/pages')}, found no such folder (ENOENT): name one that holds \`pages/\``);
    expectRefused(run('measure', at('nowhere'), '--corpus', corpus), /^Expected .*nowhere to be a bench folder with `folds\.json`, `gold`, .*, found no `folds\.json`$/);
  });

  test('a line of a labels file that is broken: file and line are named, nothing is written', () => {
    const broken = brokenCorpus('broken', (file) => appendFileSync(file, 'article no tab here\n'));
    const lines = readFileSync(join(broken, 'pages', 'paper-3.labels'), 'utf8').split('\n').length - 1;
    writeFileSync(at('kept.json'), 'as it was');
    expectRefused(run('train', '--corpus', broken, '--out', at('kept.json')), `Expected \`label<TAB>text\` at paper-3.labels:${lines}, got a string \`article no tab here\``);
    expect(readFileSync(at('kept.json'), 'utf8')).toBe('as it was');
    expectRefused(run('train', '--corpus', broken, '--out', at('new/model.json')), /paper-3\.labels/);
    expect(existsSync(at('new'))).toBe(false);
    expect(readdirSync(folder).filter((file) => file.endsWith('.part'))).toEqual([]);
    expectRefused(run('eval', '--corpus', broken), /paper-3\.labels:\d+/);
  });

  test('a folder where a file of the corpus is looked for', () => {
    const muddled = brokenCorpus('muddled', (file) => mkdirSync(file.replace('paper-3', 'paper-x')));
    expectRefused(run('train', '--corpus', muddled, '--out', at('x.json')), `Expected ${at('muddled/pages/paper-x.labels')} to be a file, got a folder: a corpus holds labels files, the pages that they name, and figures`);
  });

  test('a page that was changed after it was labelled', () => {
    const changed = brokenCorpus('changed', (file) => appendFileSync(file.replace('.labels', '.html'), '<p>More</p>'));
    expectRefused(run('train', '--corpus', changed, '--out', at('x.json')), 'paper-3.labels was made for another version of paper-3.html: their sha256 differ');
  });
});

test.each([[['--help']], [[]], [['train', '--help']]])('%j prints how it is used', (args) => {
  const { status, stdout, stderr } = run(...args);
  expect(stdout).toContain('boilerplate-classifier');
  expect(stdout).toMatch(args[0] === 'train' ? /--corpus <folder>/ : /train[^]*eval[^]*measure/);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test.each(['classify', 'add', 'label', 'check', 'train', 'eval', 'measure'])('the help of %s says what it does, shows it, and names the exit codes', (command) => {
  const { status, stdout, stderr } = run(command, '--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const [, description] = stdout.split('\n\n');
  expect(run('--help').stdout).toContain(description);
  expect(stdout).toMatch(new RegExp(`\nExamples:\n(?:  \\$ boilerplate-classifier ${command}[^\n]*\n)+`));
  expect(stdout).toMatch(/\nExit codes:\n {2}0 fine, 1 findings .*, 2 wrong use, 70 a fault of this program\n$/);
  expect(stdout).not.toMatch(/--no-.*default: true|[ \t]\n/);
});

test('--version is that of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(run('--version').stdout).toMatch(new RegExp(`^boilerplate-classifier/${version.replaceAll('.', '\\.')} `));
});
