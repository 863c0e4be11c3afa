import fc from 'fast-check';
import { packTokens, unpackTokens } from '../../src/model/packed-tokens';

test('tokens hold what they do not share with the one before', () => {
  const tokens = ['accept', 'accept all', 'access', '=0', '>html>body', '!ö'];
  expect(packTokens(tokens)).toBe('AacceptG allEssA=0A>html>bodyA!ö');
  expect(unpackTokens(packTokens(tokens), 'tokens')).toEqual(tokens);
  expect(packTokens([])).toBe('');
  expect(unpackTokens('', 'tokens')).toEqual([]);
});

test('any tokens come back, in any order', () => {
  const token = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a'.repeat(30), `${'a'.repeat(30)}b`, '😀', '😁', '\n', '"')).map((text) => text.replace(/[A-Z]/g, 'x'));
  fc.assert(fc.property(fc.array(token), (tokens) => {
    expect(unpackTokens(JSON.parse(JSON.stringify(packTokens(tokens))), 'tokens')).toEqual(tokens);
  }));
});

test('capital letters are refused', () => {
  expect(() => packTokens(['a', 'Accept'])).toThrow(expect.objectContaining({ code: 'BAD_MODEL', message: 'Expected tokens of a model without capital letters, got a string `Accept`' }));
});

test.each([
  ['aB', 'Expected `families.words.tokens` of the model to begin with a capital letter, got a string `a`'],
  ['AaDb', 'Expected `families.words.tokens` of the model to share at most 1 characters with a string `a`, got 3'],
])('`%s` is refused', (packed, message) => {
  expect(() => unpackTokens(packed, 'families.words.tokens')).toThrow(expect.objectContaining({ code: 'BAD_MODEL', message }));
});
