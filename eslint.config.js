import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import astro from 'eslint-plugin-astro';
import jsdoc from 'eslint-plugin-jsdoc';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/**
 * A rule that files of one place may not import from another; the message says what to do instead.
 * Later matching blocks replace earlier ones, so every place states all of its limits at once.
 */
const mayNotImport = (files, ...limits) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: limits.map(([group, message]) => ({ group, message })) },
    ],
  },
});

const noTests = [['**/tests/**', '@portal/tests*'], 'Nothing imports tests.'];
const noCms = [['**/cms/**', '@portal/cms*'], 'The CMS is reached through the feed only.'];
const noScripts = [
  ['**/scripts/**', '@portal/scripts*'],
  'The site knows nothing of the publisher.',
];
const onlyContract = [
  ['@portal/site/*', '!@portal/site/contract', '**/site/src/**'],
  'Only @portal/site/contract is open to other workspaces.',
];
const noAstro = [['astro', 'astro:*', '**/*.astro'], 'Pure code: no Astro here.'];
const noReact = [['react', 'react-dom', 'react-dom/*'], 'Pure code: no React here.'];
const noNode = [['node:*'], 'Pure code: no Node here.'];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    'cms/build/',
    '**/.astro/',
    '**/.cache/',
    '**/.strapi/',
    '.data/',
    'cms/types/generated/',
    'cms/public/',
    'coverage/',
  ]),
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  astro.configs.recommended,
  astro.configs['jsx-a11y-recommended'],
  {
    // The parser of Astro files has no type information to offer.
    files: ['**/*.astro', '**/*.astro/*.ts', '**/*.js'],
    extends: [ts.configs.disableTypeChecked],
  },
  {
    files: ['eslint.config.js', 'scripts/**', 'tests/**'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['site/src/islands/**/*.tsx', 'cms/src/admin/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: [
      'cms/src/{domain,publishing,permissions,media,live-state}/**/*.ts',
      'site/src/{contract,lib,content}/**/*.ts',
      'site/integrations/**/*.ts',
      'scripts/lib/**/*.ts',
    ],
    ignores: ['**/*.test.ts'],
    extends: [jsdoc.configs['flat/recommended-tsdoc-error']],
    rules: {
      'jsdoc/require-jsdoc': ['error', { publicOnly: true }],
      'jsdoc/require-param': 'off',
      'jsdoc/require-returns': 'off',
      'jsdoc/tag-lines': 'off',
    },
  },
  mayNotImport(['cms/**'], noTests, noScripts, [
    ['@portal/site*', '**/site/**'],
    'The CMS imports no other workspace; tests compare it with the contract.',
  ]),
  mayNotImport(['cms/src/domain/**'], noTests, noScripts, [
    ['@strapi/*', '**/api/**', '**/publishing/**', '**/permissions/**', '**/media/**'],
    'Domain rules are pure: no Strapi, no other folder of the CMS.',
  ]),
  mayNotImport(['site/**'], noTests, noCms, noScripts),
  mayNotImport(['site/src/contract/**'], noTests, noCms, noScripts, noAstro, noReact, noNode, [
    ['**/lib/**', '**/content/**', '**/components/**', '**/islands/**'],
    'The contract imports zod only.',
  ]),
  mayNotImport(['site/src/lib/**'], noTests, noCms, noScripts, noAstro, noReact, [
    ['**/components/**', '**/layouts/**', '**/pages/**', '**/islands/**'],
    'lib is the bottom layer of the site.',
  ]),
  mayNotImport(['site/src/content/**'], noTests, noCms, noScripts, noReact, [
    ['**/components/**', '**/layouts/**', '**/pages/**', '**/islands/**'],
    'The content store knows no page.',
  ]),
  mayNotImport(['site/src/components/**'], noTests, noCms, noScripts, [
    ['**/layouts/**', '**/pages/**'],
    'Components are used by layouts and pages, never the other way round.',
  ]),
  mayNotImport(['site/src/islands/**'], noTests, noCms, noScripts, noAstro, noNode, [
    ['**/components/**', '**/layouts/**', '**/pages/**', '**/content/**'],
    'An island runs in the browser: lib and contract only.',
  ]),
  mayNotImport(['scripts/**'], noTests, noCms, onlyContract),
  prettier,
);
