/**
 * Every GraphQL query, mutation and subscription says who may call it: exactly one of `@RequirePermission(…)` and
 * `@Public()`. An unguarded one would otherwise be found by whoever tries it first. `@ResolveField` needs none: a field
 * is reached only through an operation.
 */
const OPERATIONS = new Set(['Query', 'Mutation', 'Subscription']);
const GUARDS = new Set(['RequirePermission', 'Public']);

/** @type {import('eslint').Rule.RuleModule} */
export const permissionRequired = {
  meta: {
    type: 'problem',
    docs: { description: 'require exactly one permission decorator on every GraphQL operation' },
    schema: [],
    messages: {
      missing: 'Say who may call "{{name}}": add @RequirePermission(…) or @Public().',
      several: 'Say once who may call "{{name}}": keep one of @RequirePermission(…) and @Public().',
    },
  },
  create(context) {
    const operations = new Set();
    return {
      ImportDeclaration(node) {
        if (node.source.value !== '@nestjs/graphql') return;
        for (const { imported, local } of node.specifiers) {
          if (OPERATIONS.has(imported?.name)) operations.add(local.name);
        }
      },
      MethodDefinition(node) {
        const decorators = (node.decorators ?? []).map(decoratorName);
        if (!decorators.some((name) => operations.has(name))) return;
        const guards = decorators.filter((name) => GUARDS.has(name)).length;
        if (guards === 1) return;
        const name = context.sourceCode.getText(node.key);
        context.report({ node: node.key, messageId: guards === 0 ? 'missing' : 'several', data: { name } });
      },
    };
  },
};

function decoratorName({ expression }) {
  return expression.type === 'CallExpression' ? expression.callee.name : expression.name;
}
