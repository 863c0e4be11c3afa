import { defaultModel, evaluateModel, trainFrom } from '../../src/training';

const from = defaultModel();
const good = { from, markup: [], text: [], corpusDigest: 'ab'.repeat(32) };

test.each<[unknown, string, string]>([
  [undefined, 'BAD_OPTION', 'Expected an object with `from`, `markup`, `text` and `corpusDigest`, got `undefined`'],
  [{ ...good, from: {} }, 'BAD_MODEL', 'Expected `from` to be a model, as `readModel` and `defaultModel` give it, got an object with no keys'],
  [{ ...good, markup: undefined }, 'BAD_CORPUS', 'Expected `markup` to be an array of labelled pages, got `undefined`'],
  [{ ...good, text: 'x' }, 'BAD_CORPUS', 'Expected `text` to be an array of labelled pages, got a string `x`'],
  [{ ...good, markup: [{}] }, 'BAD_CORPUS', 'Expected `markup[0]` to be a page with a label for each block, as `labelledPage` and `pageAsText` make them, got an object with no keys'],
  [{ ...good, markup: [{ site: 'a.example', page: null }] }, 'BAD_CORPUS', 'Expected `markup[0]` to be a page with a label for each block, as `labelledPage` and `pageAsText` make them, got an object with `site`, `page`'],
  [{ ...good, text: ['a page'] }, 'BAD_CORPUS', 'Expected `text[0]` to be a page with a label for each block, as `labelledPage` and `pageAsText` make them, got a string `a page`'],
  [{ ...good, text: [{ site: 'a.example', page: { blocks: [{ text: 'a' }] }, labels: [] }] }, 'BAD_CORPUS', 'Expected `text[0]` to be a page with a label for each block, as `labelledPage` and `pageAsText` make them, got an object with `site`, `page`, `labels`'],
  [{ ...good, added: 'legal' }, 'BAD_OPTION', 'Expected `added` to be an array of labels, got a string `legal`'],
  [{ ...good, added: ['user comment'] }, 'BAD_LABELS', 'Expected labels in `added` (a label is 1 to 40 letters, digits, `_` or `-`), got a string `user comment`'],
  [{ ...good, added: [5] }, 'BAD_LABELS', 'Expected labels in `added` (a label is 1 to 40 letters, digits, `_` or `-`), got `5`'],
  [{ ...good, added: ['constructor'] }, 'BAD_LABELS', 'Expected labels in `added` (a label cannot be the name of a prototype key), got a string `constructor`'],
  [{ ...good, added: ['promo'] }, 'BAD_LABELS', 'Expected labels in `added` that the model does not know, got a string `promo`'],
  [{ ...good, corpusDigest: 'ab' }, 'BAD_OPTION', 'Expected `corpusDigest` to be a SHA-256, 64 hexadecimal digits, got a string `ab`'],
  [good, 'BAD_CORPUS', 'Expected labelled pages to train from, got none'],
])('%# trainFrom says at once what is wrong: %s', (input, code, message) => {
  expect(() => trainFrom(input as never)).toThrow(expect.objectContaining({ name: 'TypeError', code, message }));
});

test('evaluateModel takes models alone', () => {
  expect(() => evaluateModel('model.json' as never, [])).toThrow(expect.objectContaining({ code: 'BAD_MODEL', message: 'Expected `model` to be a model, as `readModel` and `defaultModel` give it, got a string `model.json`' }));
});
