import { classifyBlocks } from '../../src/classify-blocks';
import { isModel, readModel } from '../../src/model/read-model';
import { writeModel } from '../../src/model/write-model';
import type { ModelFile } from '../../src/model/model-file';
import { trainSynthetic } from '../training/synthetic-pages';

const model = trainSynthetic();
const text = writeModel(model);
const PAGE = '<main><div class="reply"><p>Zoe says: I liked this tale!</p></div></main><footer><a href="/legal">Terms of use</a></footer>';

/** The file with one part changed. */
function changed(change: (file: ModelFile & Record<string, unknown>) => void): unknown {
  const file = JSON.parse(text);
  change(file);
  return file;
}

function errorOf(file: unknown): unknown {
  try {
    readModel(file);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('round trip', () => {
  test('text → model → text gives the same bytes', () => {
    expect(writeModel(readModel(text))).toBe(text);
    expect(writeModel(readModel(JSON.parse(text)))).toBe(text);
  });

  test('the model that was read classifies as the one that was written', () => {
    const read = readModel<'comment' | 'legal'>(text);
    expect(classifyBlocks(PAGE, { model: read })).toEqual(classifyBlocks(PAGE, { model }));
    expect(read).toEqual(model);
  });

  test('only what `readModel` made is a model', () => {
    expect(isModel(readModel(text))).toBe(true);
    for (const value of [{ ...model }, JSON.parse(text), null, undefined, text]) expect(isModel(value)).toBe(false);
  });

  test('the file is JSON, one part a line, and says what it is first', () => {
    expect(text.split('\n').slice(0, 4)).toEqual(['{', ' "format": "boilerplate-classifier-model",', ' "version": 2,', ` "corpusDigest": "${'ab'.repeat(32)}",`]);
    expect(text.endsWith('}\n')).toBe(true);
  });
});

const ZEROS = (count: number) => `1:${btoa('\0'.repeat(count))}`;

test.each<[what: string, file: unknown, message: string | RegExp]>([
  ['no object', 7, 'Expected the text of a model file, or the value parsed from it, got `7`'],
  ['null', null, 'Expected the text of a model file, or the value parsed from it, got `null`'],
  ['bytes', Buffer.from('{}'), 'Expected the text of a model file, or the value parsed from it, got bytes: decode them first (`readFileSync(file, \'utf8\')`)'],
  ['an empty object', {}, 'Expected a model file with `format` `boilerplate-classifier-model`, got `undefined`'],
  ['another format', changed((file) => Object.assign(file, { format: 'other-model' })), 'Expected a model file with `format` `boilerplate-classifier-model`, got a string `other-model`'],
  ['another version', changed((file) => Object.assign(file, { version: 1 })), 'Expected a model file of version 2, got `1`: train it anew with this version of the package'],
  ['a version that is text', changed((file) => Object.assign(file, { version: '1' })), 'Expected a model file of version 2, got a string `1`: train it anew with this version of the package'],
  ['truncated JSON', text.slice(0, -40), /^Expected a model file, which is JSON: /],
  ['empty text', '', /^Expected a model file, which is JSON: /],
  ['too long text', ' '.repeat(16_000_001), 'Expected a model file of at most 16000000 characters, got 16000001'],
  ['a key too many', changed((file) => Object.assign(file, { author: 'Ann' })), /^Bad model file at `author`: /],
  ['a part that is missing', changed((file) => Reflect.deleteProperty(file, 'text')), /^Bad model file at `text`: /],
  ['a bad digest', changed((file) => (file.corpusDigest = 'ABC')), /^Bad model file at `corpusDigest`: /],
  ['one label alone', changed((file) => file.labels.pop()), /^Bad model file at `labels`: /],
  ['the label `__proto__`', changed((file) => (file.labels[0] = '__proto__')), 'Bad model file at `labels.0`: a label cannot be the name of a prototype key'],
  ['the label `constructor`', changed((file) => (file.labels[1] = 'constructor')), 'Bad model file at `labels.1`: a label cannot be the name of a prototype key'],
  ['a label with spaces', changed((file) => (file.labels[0] = 'user comment')), 'Bad model file at `labels.0`: a label is 1 to 40 letters, digits, `_` or `-`'],
  ['an empty label', changed((file) => (file.labels[0] = '')), 'Bad model file at `labels.0`: a label is 1 to 40 letters, digits, `_` or `-`'],
  ['duplicate labels', changed((file) => (file.labels[0] = 'legal')), 'Bad model file at `labels`: labels must differ'],
  ['a missing family', changed((file) => (file.families = file.families.filter(({ name }) => name !== 'classes'))), /^Expected the model to hold the token family `classes`, got `words`, `heading-words`, /],
  ['no families', changed((file) => (file.families = [])), 'Expected the model to hold the token family `words`, got none'],
  ['a token past the end of the list', changed(({ families }) => (families[1].tokens = '-'.repeat(3_000))), /^Expected `families\.heading-words\.tokens` of the model to name some of its \d+ tokens, got the number \d+$/],
  ['evidence for fewer tokens', changed(({ families }) => (families[0].evidence = 'AA')), /^Expected `families\.words\.evidence` of the model to hold \d+ numbers, got 2$/],
  ['another heuristic', changed(({ markup }) => (markup.heuristics[3] = 'other')), 'The model was trained for other heuristics (see `two-or-three-words`): train it anew with this version of the package'],
  ['a heuristic too many', changed((file) => file.text.heuristics.push('one-more')), 'The model was trained for other heuristics (see `one-more`): train it anew with this version of the package'],
  ['a heuristic too few', changed((file) => file.markup.heuristics.pop()), /^The model was trained for other heuristics \(see `[a-z-]+`\): train it anew/],
  ['weights of another length', changed(({ markup }) => (markup.second.secondBias = ZEROS(3))), 'Expected `markup.second.secondBias` of the model to hold 2 numbers, got 3'],
  ['another number of hidden units', changed((file) => (file.text.content.hidden = 5)), /^Expected `text\.content\.first` of the model to hold \d+ numbers, got \d+$/],
  ['evidence that is no level', changed(({ families }) => (families[0].evidence = families[0].evidence.replace(/.$/, '?'))), 'Expected `families.words.evidence` of the model to hold letters, digits, `-` and `_`, got a string `?`'],
  ['bad base64', changed(({ markup }) => (markup.means = '1:§§§')), 'Expected `markup.means` of the model to be base64'],
  ['no unit', changed(({ markup }) => (markup.means = btoa('\0\0'))), 'Expected `markup.means` of the model to begin with its unit, a number above 0 and up to 1e+30'],
  ...['Infinity', 'NaN', '-1', '0', '1e39', ''].map((unit): [string, unknown, string] => [
    `the unit \`${unit}\``, changed((file) => (file.text.first.secondBias = `${unit}:${btoa('\0\0\0\0')}`)), 'Expected `text.first.secondBias` of the model to begin with its unit, a number above 0 and up to 1e+30',
  ]),
  ['a sharpness that is not finite', changed(({ markup }) => (markup.sharpness = Infinity)), /^Bad model file at `markup\.sharpness`: /],
  ['a sharpness of null', text.replace(/"sharpness": [\d.]+/, '"sharpness": null'), /^Bad model file at `markup\.sharpness`: /],
  ['a sharpness out of range', changed((file) => (file.text.sharpness = 0)), /^Bad model file at `text\.sharpness`: /],
  ['hidden units beyond measure', changed(({ markup }) => (markup.second.hidden = 1e9)), /^Bad model file at `markup\.second\.hidden`: /],
])('%s is refused', (_, file, message) => {
  const error = errorOf(file);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({ code: 'BAD_MODEL', message: typeof message === 'string' ? message : expect.stringMatching(message) });
});

test('a file with `__proto__` keys changes no prototype', () => {
  expect(errorOf(text.replace('{', '{ "__proto__": { "polluted": true },'))).toMatchObject({ code: 'BAD_MODEL' });
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
