import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { classifyBlocks } from '../../src/classify-blocks';
import { readModel } from '../../src/model/read-model';
import { formatLabels } from '../../src/training/corpus-page';
import { runProgram } from '../run-program';

// In the repo, so that the packages that the code imports are found.
const folder = mkdtempSync(resolve('node_modules', '.train-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PLACES = ['anholt', 'borkum', 'coll', 'dursey', 'eigg', 'fanø', 'gigha', 'hven', 'iona', 'juist', 'kihnu', 'lyø'];

test('the example trains a model that knows a label of its own', () => {
  const linesOf = (place: string): [string, string][] => [
    ['navigation', 'Home'], ['article', `The ferry of ${place} sails again`],
    ['article', `After two years of repairs the ferry of ${place} left the harbour on Monday, and some 200 people came to wave.`],
    ...['well done', 'too late for me', 'see you all on board', 'what does it cost'].map((says): [string, string] => ['comment', `A reader says: ${place}, ${says}`]),
  ];
  const textOf = (place: string) => linesOf(place).map(([, text]) => text).join('\n');
  for (const place of PLACES) {
    writeFileSync(join(folder, `${place}.txt`), textOf(place));
    writeFileSync(join(folder, `${place}.labels`), formatLabels({ page: `${place}.txt`, site: `${place}.example`, kind: 'news', language: 'en', year: '2026', sha256: 'ab'.repeat(32), lines: linesOf(place) }));
  }
  const out = join(folder, 'model.json');
  const printed = runProgram(join(folder, 'train.ts'), readFileSync('examples/train.ts', 'utf8'), folder, out);
  expect(printed).toBe(`${out}: article, navigation, promo, related, comment; 12 pages\n`);
  const model = readModel(readFileSync(out, 'utf8'));
  expect(classifyBlocks({ text: textOf('Stell') }, { model }).map(({ label }) => label)).toEqual(linesOf('Stell').map(([label]) => label));
});
