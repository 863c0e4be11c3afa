import regexp from 'eslint-plugin-regexp';
import { parser } from 'typescript-eslint';

const OF_TASTE = ['prefer-d', 'prefer-character-class', 'prefer-range', 'use-ignore-case', 'no-obscure-range'];

/** Patterns and nothing else: a page is hostile input, and one careless pattern is enough to hang on it. */
export default [
  regexp.configs['flat/recommended'],
  {
    files: ['src/**/*.ts'],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'certain' }],
      ...Object.fromEntries(OF_TASTE.map((rule) => [`regexp/${rule}`, 'off'])),
    },
  },
];
