import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { boundaryConfigs } from './infra/eslint/boundaries.mjs';
import { permissionRequired } from './infra/eslint/permission-required.mjs';

const scripts = ['*.js', 'infra/**/*.mjs', '{apps,libs}/**/*.mjs', 'test/**/*.mjs'];
const specs = ['**/*.spec.{ts,tsx}'];

export default defineConfig(
  globalIgnores(['**/dist', '**/*.generated.ts', '**/node_modules', '.nx', '.data', 'coverage']),
  js.configs.recommended,
  {
    files: scripts,
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX, duixian: { rules: { 'permission-required': permissionRequired } } },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({ conditionNames: ['@duixian/source', 'types', 'import', 'node', 'default'] }),
      ],
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // `as` belongs where input is parsed; `as const` is no assertion.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        {
          allowNumber: true,
          allowAny: false,
          allowBoolean: false,
          allowNever: false,
          allowNullish: false,
          allowRegExp: false,
        },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A branded bigint is a bigint, which this rule does not see.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      // GraphQL's object types are classes for their decorators; their values are plain.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A Nest module is a class with nothing but its decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['apps/api/**/*.ts'],
    rules: { 'duixian/permission-required': 'error' },
  },
  {
    files: ['**/*.tsx'],
    // What a component returns is JSX; saying so tells a reader nothing.
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    files: ['**/parse*.ts', '**/*.parse.ts', 'libs/money/src/**/*.ts', ...specs],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }] },
  },
  {
    files: specs,
    rules: { 'max-lines': 'off', '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    files: ['apps/admin/vite.config.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  ...boundaryConfigs,
);
