import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { boundaries } from './scripts/lint/boundaries.js';

const projects = ['tsconfig.json', 'functions/tsconfig.json', 'web/tsconfig.json'];

export default tseslint.config(
  {
    ignores: ['**/node_modules/', '**/lib/', '**/dist/', '**/dist-emulator/', '**/dev-dist/', '.data/', '.emulators/', 'coverage/'],
  },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    plugins: { secura: { rules: { boundaries } } },
    languageOptions: { globals: globals.node },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'secura/boundaries': 'error',
      semi: ['error', 'always'],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
    },
  },
  {
    // A promise that nobody waits for is the most expensive mistake here, and only types reveal it.
    files: ['functions/src/**/*.ts', 'web/src/**/*.{ts,tsx}', 'seed/**/*.ts', 'emulators/**/*.ts', 'tests/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
    languageOptions: { parserOptions: { project: projects, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['web/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.recommended],
    languageOptions: { globals: globals.browser },
    rules: { 'no-console': 'error' },
  },
  { files: ['web/public/**/*.js'], languageOptions: { globals: globals.browser } },
);
