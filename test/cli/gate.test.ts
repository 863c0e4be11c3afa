import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFloors, gatedFigures, pinFloors, type Floors } from '../../src/cli/gate';
import { figuresOf } from '../../src/training/figures';

const folder = mkdtempSync(join(tmpdir(), 'floors-'));
const file = join(folder, 'floors.json');
const read = () => JSON.parse(readFileSync(file, 'utf8')) as Floors;
afterAll(() => rmSync(folder, { recursive: true }));

test('figures are named by reading and label', () => {
  const figures = figuresOf([{ gold: 0, got: 0, confidence: 1 }, { gold: 1, got: 0, confidence: 1 }], ['story', 'menu']);
  expect(gatedFigures({ markup: figures })).toEqual({ 'markup.macroF1': 1 / 3, 'markup.story': 2 / 3, 'markup.menu': 0 });
});

test('floors are pinned a little below, rise by themselves and fall only with a reason', () => {
  pinFloors(file, { 'markup.macroF1': 0.8 }, 'a', undefined);
  expect(read()).toEqual({ corpusDigest: 'a', lowered: [], floors: { 'markup.macroF1': 0.79 } });
  pinFloors(file, { 'markup.macroF1': 0.85 }, 'b', undefined);
  expect(read().floors).toEqual({ 'markup.macroF1': 0.84 });
  pinFloors(file, { 'markup.macroF1': 0.845 }, 'c', undefined);
  expect(read()).toEqual({ corpusDigest: 'c', lowered: [], floors: { 'markup.macroF1': 0.84 } });
  expect(() => pinFloors(file, { 'markup.macroF1': 0.7 }, 'd', undefined)).toThrow('Pinning would lower markup.macroF1 from 0.840 to 0.690: say why with `--reason "…"`');
  expect(read().corpusDigest).toBe('c');
  pinFloors(file, { 'markup.macroF1': 0.7 }, 'd', 'harder pages');
  expect(read()).toEqual({ corpusDigest: 'd', lowered: ['markup.macroF1 from 0.840 to 0.690: harder pages'], floors: { 'markup.macroF1': 0.69 } });
});

test('a figure below its floor, a missing one and another corpus are findings', () => {
  pinFloors(file, { 'markup.macroF1': 0.7, 'text.promo': 0.5 }, 'e', 'start');
  expect(checkFloors(file, { 'markup.macroF1': 0.69, 'text.promo': 0.49 }, 'e')).toEqual([]);
  expect(checkFloors(file, { 'markup.macroF1': 0.6 }, 'f')).toEqual([
    'markup.macroF1 is 0.600, its floor is 0.690',
    'text.promo is missing, its floor is 0.490',
    `the floors in ${file} were pinned on another corpus: pin them anew (\`npm run eval -- --pin\`)`,
  ]);
});
