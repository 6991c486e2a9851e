import tseslint from 'typescript-eslint';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import regexp from 'eslint-plugin-regexp';

/** Which folders of src a folder may import from (its own is always allowed). The arrows of docs/architecture.md. */
const ARROWS = {
  detection: [],
  page: ['messages'],
  content: ['detection', 'messages'],
  messages: ['detection'],
  storage: ['detection', 'messages', 'browser'],
  browser: [],
  background: ['storage', 'messages', 'browser', 'detection'],
  ui: ['messages', 'storage', 'browser', 'detection', 'texts'],
};

const FOLDERS = [...Object.keys(ARROWS), 'texts'];

/** One config entry a folder: every other folder of src is closed to it. */
const boundaries = Object.entries(ARROWS).map(([folder, allowed]) => {
  const closed = FOLDERS.filter((other) => other !== folder && !allowed.includes(other));
  const patterns = [
    {
      regex: `^(\\.\\./)+(${closed.join('|')})/`,
      message: `src/${folder} may import only: ${allowed.join(', ') || 'nothing of src'} (docs/architecture.md).`,
    },
  ];
  if (folder !== 'browser')
    patterns.push({ regex: '^webextension-polyfill$', message: 'Only src/browser knows the browser API.' });
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
});

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
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
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
  ...boundaries,
  { files: ['tests/**/*.ts', 'tools/**/*.ts'], rules: { 'regexp/no-super-linear-backtracking': 'off' } },
);
