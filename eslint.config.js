import tseslint from 'typescript-eslint';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import regexp from 'eslint-plugin-regexp';
import { arrows } from './tools/lint/arrows.mjs';

/**
 * What the files of each folder may import beside their own: all of some places, of others only types, which leave
 * nothing in a bundle. The arrows of src/README.md; a screen of src/ui also imports src/ui/shared.
 */
const ARROWS = {
  rules: {},
  detection: { all: ['rules'], types: ['rules/schema'] },
  page: { all: ['messages'] },
  content: { all: ['detection', 'messages'] },
  messages: { all: ['detection'] },
  storage: { all: ['detection', 'messages', 'browser', 'async'] },
  browser: {},
  async: {},
  background: {
    all: ['storage', 'messages', 'browser', 'async', 'detection', 'rules'],
    types: ['rules/schema'],
  },
  ui: {
    all: ['messages', 'storage', 'browser', 'async', 'texts', 'rules'],
    types: ['detection', 'rules/schema'],
  },
};

/**
 * Folders inside a folder, each of which may import those before it. '' are the files beside them: the worker's import
 * all of its folders; those of the detection are shapes (and the gate's test), which all of its folders import.
 */
export const STEPS = {
  background: [
    'session',
    'state',
    'display',
    'family',
    'hold-back',
    'journal',
    'clean-up',
    'close',
    'judge',
    'watch',
    'guard',
    'person',
    '',
  ],
  detection: ['', 'text', 'phrases', 'numbers', 'frames', 'features', 'judgement'],
};

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', 'coverage/**', '.stryker-tmp/**', 'tests/pages/**'] },
  ...tseslint.configs.recommended,
  regexp.configs['flat/recommended'],
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true, IIFEs: true }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-globals': [
        'error',
        'fetch',
        'XMLHttpRequest',
        'WebSocket',
        'EventSource',
        'chrome',
        'browser',
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { 'no-unsanitized': noUnsanitized },
    rules: {
      ...noUnsanitized.configs.recommended.rules,
      'no-unsanitized/method': 'error',
      'no-unsanitized/property': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'rules/**/*.ts'],
    plugins: { sangfroid: { rules: { arrows } } },
    rules: { 'sangfroid/arrows': ['error', ARROWS, STEPS] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/browser/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: 'webextension-polyfill', message: 'Only src/browser knows the browser API.' },
      ],
    },
  },
  { files: ['**/*.ts', '**/*.mjs'], rules: { 'max-lines': ['error', 250] } },
  { files: ['tests/**/*.ts', 'tools/**/*.ts'], rules: { 'regexp/no-super-linear-backtracking': 'off' } },
);
