/**
 * Who may use whom. Dependencies point down the list of libs; apps use libs and never each other; what is pure has no
 * clock, no randomness, no I/O and no framework, so that the same sums are done in a browser, a test and a server.
 */
import boundaries from 'eslint-plugin-boundaries';

const uses = {
  calendar: [],
  money: [],
  policy: ['money'],
  casework: ['calendar', 'money', 'policy'],
  office: ['policy', 'casework'],
  registry: ['calendar', 'policy', 'casework'],
  treasury: ['money', 'policy', 'casework', 'office', 'registry'],
  'policy-files': ['policy'],
  postgres: [],
  'event-store': [],
  testing: ['postgres', 'event-store'],
};

const libs = Object.keys(uses);
const pure = ['calendar', 'money', 'policy', 'casework', 'office', 'registry', 'treasury'];
const pureSources = pure.map((lib) => `libs/${lib}/**/*.ts`);
const impureElements = ['app', 'test', ...libs.filter((lib) => !pure.includes(lib))];

const policies = [
  ...Object.entries(uses).map(([lib, used]) => ({ from: element(lib), allow: { to: element(used) } })),
  { from: element('app'), allow: { to: element(libs.filter((lib) => lib !== 'testing')) } },
  { from: element('test'), allow: { to: element(libs) } },
  { from: element(impureElements), allow: { to: { module: { origin: ['core', 'external'] } } } },
  {
    from: element(['policy', 'casework', 'office', 'registry', 'treasury']),
    allow: { to: { module: { origin: 'external', source: 'zod' } } },
  },
  { from: element('policy'), allow: { to: { module: { origin: 'external', source: 'yaml' } } } },
  // Persistent collections: a fold of thousands of events costs the same for each of them.
  {
    from: element('casework'),
    allow: { to: { module: { origin: 'external', source: ['immutable', 'opencc-js'] } } },
  },
  {
    from: { file: { categories: 'spec' } },
    allow: { to: [element(libs), { module: { origin: ['core', 'external'] } }] },
  },
];

function element(type) {
  return { element: { type } };
}

export const boundaryConfigs = [
  {
    files: ['{apps,libs,test}/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': [
        { type: 'app', pattern: 'apps/*' },
        ...libs.map((lib) => ({ type: lib, pattern: `libs/${lib}` })),
        { type: 'test', pattern: 'test' },
      ],
      'boundaries/files': [{ category: 'spec', pattern: '**/*.spec.{ts,tsx}' }],
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import'],
      'boundaries/legacy-warnings': false,
      'import/resolver': { typescript: { conditionNames: ['@duixian/source', 'types', 'import', 'node', 'default'] } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          policies,
          message: 'This dependency crosses a boundary of the design: see infra/eslint/boundaries.mjs.',
        },
      ],
    },
  },
  {
    files: pureSources,
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'console', 'crypto', 'fetch', 'performance', 'setTimeout', 'setInterval', 'setImmediate'].map(
          (name) => ({ name, message: 'A pure lib has no clock, randomness or I/O: take the value as an argument.' }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'A pure lib has no clock: take the date as an argument.' },
        { object: 'Math', property: 'random', message: 'A pure lib has no randomness: take the value as an argument.' },
      ],
    },
  },
];
