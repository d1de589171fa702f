/** Files that read each other, types included: none can be understood or changed by itself. ESLint sees no circle of types. */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Move what both read to a third file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@duixian/source', 'types', 'import', 'node', 'default'],
    },
  },
};
