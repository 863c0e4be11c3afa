import nlp from 'compromise/two';
import { classifyBlocks, type ClassifyOptions } from '../src/classify-blocks';
import { UNSURE_BELOW } from '../src/labels/shape-evidence';
import { readModel } from '../src/model/read-model';
import { writeModel } from '../src/model/write-model';
import { SENTENCE_SHAPES, type Grammar } from '../src/words/sentence-shape';
import { trainSynthetic } from './training/synthetic-pages';

const plain = trainSynthetic();
/** A model for which a request speaks for the second label, by hand. */
const evidence = Float32Array.from(SENTENCE_SHAPES.flatMap((shape) => (shape === 'imperative' ? [-2, 2] : [0, 0])));
const withShapes = (weight: number) => readModel<'comment' | 'legal'>(writeModel({ ...plain, grammar: { shapes: SENTENCE_SHAPES, readings: { markup: { evidence, weight }, text: { evidence, weight } } } }));
const model = withShapes(0.5);

// Words that no page of the training holds: the model is not sure of them.
const PAGE = { text: ['Go with us to the house that you have in the town', 'It was the end of the day and we had to be at the house', 'Zoe says: I loved this tale about boat 90!', 'Terms of use'].join('\n') };
/** The same model with scores so flat that it is unsure of every block. */
const unsure = (of: typeof model) => readModel<'comment' | 'legal'>(writeModel({ ...of, readings: { ...of.readings, text: { ...of.readings.text, sharpness: 0.01 } } }));

const logOdds = (scores: { comment: number; legal: number }) => Math.log(scores.legal / scores.comment);

test('an unsure block is moved by the evidence of its shape, times the weight', () => {
  const [before] = classifyBlocks(PAGE, { model: unsure(model) });
  const [after] = classifyBlocks(PAGE, { model: unsure(model), grammar: nlp });
  expect(before.confidence).toBeLessThan(UNSURE_BELOW);
  expect(logOdds(after.scores) - logOdds(before.scores)).toBeCloseTo(0.5 * 4, 6);
  expect(after.label).toBe('legal');
  expect(after.confidence).toBe(after.scores.legal);
  expect(after.scores.legal + after.scores.comment).toBeCloseTo(1, 12);
});

test('blocks that are sure are left alone, and not asked about', () => {
  const asked: string[] = [];
  const before = classifyBlocks(PAGE, { model });
  const after = classifyBlocks(PAGE, { model, grammar: (text) => (asked.push(text), nlp(text)) });
  const sure = before.filter(({ confidence }) => confidence >= UNSURE_BELOW);
  expect(sure.length).toBeGreaterThan(0);
  for (const block of sure) expect(after[block.index]).toEqual(block);
  expect(asked.join('')).not.toContain(sure[0].text);
  expect(asked.length).toBeLessThanOrEqual(1);
});

test('with `explain` the shape is evidence; its weight is the move when it is taken away', () => {
  const options: ClassifyOptions<'comment' | 'legal'> = { model: unsure(model), explain: true };
  const [without] = classifyBlocks(PAGE, options);
  const [block] = classifyBlocks(PAGE, { ...options, grammar: nlp });
  const shape = block.evidence!.find(({ name }) => name === 'sentence-shape')!;
  expect(shape).toEqual({ name: 'sentence-shape', kind: 'heuristic', value: 'imperative', label: 'legal', weight: expect.closeTo(2, 6) });
  expect(logOdds(block.scores) - logOdds(without.scores)).toBeCloseTo(shape.weight, 6);
  expect(without.evidence!.some(({ name }) => name === 'sentence-shape')).toBe(false);
});

test.each<[string, typeof model]>([['has no such evidence', plain], ['gives it no weight', withShapes(0)]])('nothing changes, and nothing is asked, where the model %s', (_, other) => {
  const grammar = () => { throw new Error('asked'); };
  expect(classifyBlocks(PAGE, { model: unsure(other), explain: true, grammar })).toEqual(classifyBlocks(PAGE, { model: unsure(other), explain: true }));
});

test('nothing changes on a page in German', () => {
  const page = { text: 'Abonnieren Sie unseren Newsletter\nDie Fähre wird in diesem Winter jeden Tag fahren.' };
  expect(classifyBlocks(page, { model: unsure(model), grammar: nlp })).toEqual(classifyBlocks(page, { model: unsure(model) }));
});

test.each<[unknown, string]>([['compromise', 'a string `compromise`'], [null, '`null`'], [{ nlp }, 'an object with `nlp`'], [true, '`true`']])('%p is no grammar', (grammar, got) => {
  const call = () => classifyBlocks('', { model, grammar: grammar as Grammar });
  expect(call).toThrow(TypeError);
  expect(call).toThrow(expect.objectContaining({ code: 'BAD_OPTION', message: `Expected \`grammar\` to be the function of \`compromise/two\`, got ${got}` }));
});

describe('the part `grammar` of a model file', () => {
  test('is read as it was written, and absent where it was absent', () => {
    expect(writeModel(readModel(writeModel(model)))).toBe(writeModel(model));
    expect(readModel(writeModel(model)).grammar).toEqual(model.grammar);
    expect(model.grammar!.shapes).toEqual(SENTENCE_SHAPES);
    expect(model.grammar!.readings.text.evidence[1]).toBeCloseTo(2, 6);
    expect(readModel(writeModel(plain))).not.toHaveProperty('grammar');
    expect(writeModel(plain)).not.toContain('"grammar"');
  });

  type Part = { shapes: string[]; markup: { evidence: string; weight: number }; text: { evidence: string; weight: number } };
  test.each<[what: string, change: (part: Part) => void, message: RegExp]>([
    ['too few numbers', (part) => part.shapes.pop(), /^Expected `grammar\.markup\.evidence` of the model to hold 10 numbers, got 12$/],
    ['no shapes', (part) => (part.shapes = []), /^Bad model file at `grammar\.shapes`: /],
    ['a shape twice', (part) => (part.shapes[0] = part.shapes[1]), /^Bad model file at `grammar\.shapes`: shapes must differ$/],
    ['a weight below 0', (part) => (part.text.weight = -1), /^Bad model file at `grammar\.text\.weight`: /],
    ['a weight that is not finite', (part) => (part.text.weight = Infinity), /^Bad model file at `grammar\.text\.weight`: /],
    ['one reading alone', (part) => Reflect.deleteProperty(part, 'text'), /^Bad model file at `grammar\.text`: /],
  ])('is refused with %s', (_, change, message) => {
    const file = JSON.parse(writeModel(model));
    change(file.grammar);
    expect(() => readModel(file)).toThrow(expect.objectContaining({ code: 'BAD_MODEL', message: expect.stringMatching(message) }));
  });
});

test('training with a grammar learns the part from written pages, and nothing else changes', () => {
  const trained = trainSynthetic(undefined, undefined, nlp);
  const { grammar, ...rest } = trained;
  expect(rest).toEqual(plain);
  expect(grammar!.shapes).toEqual(SENTENCE_SHAPES);
  expect(writeModel(trainSynthetic(undefined, undefined, nlp))).toBe(writeModel(trained));
});
