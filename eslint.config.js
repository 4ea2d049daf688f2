import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Ranks 0 to 5 of the design also run in a browser: nothing from node:, no process, no console. */
const PORTABLE = ['src/{syntax,model,catalog,analysis,dsl,check,emit,lint}/**/*.ts', 'src/index.ts'];

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'fixtures/', '**/*.generated.ts'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { ecmaVersion: 2023, sourceType: 'module' } },
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-console': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    files: PORTABLE,
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*', '@azure/*'], message: 'ranks 0 to 5 also run in a browser' }] }],
      'no-restricted-globals': ['error', 'process', 'console', 'Buffer'],
    },
  },
  { files: ['src/cli/**/*.ts', 'scripts/**/*.ts'], rules: { 'no-console': 'off' } },
);
