/** Finds what a file of GraphQL, such as `schema.graphql`, leaves without a description: a line each, and status 1. */
import { readFileSync } from 'node:fs';
import { parse, visit } from 'graphql';

const DESCRIBED = new Set([
  'ScalarTypeDefinition',
  'ObjectTypeDefinition',
  'InterfaceTypeDefinition',
  'UnionTypeDefinition',
  'EnumTypeDefinition',
  'InputObjectTypeDefinition',
  'FieldDefinition',
  'InputValueDefinition',
  'EnumValueDefinition',
]);

const [file] = process.argv.slice(2);
const path = [];
visit(parse(readFileSync(file, 'utf8')), {
  enter(node) {
    if (!DESCRIBED.has(node.kind)) return;
    path.push(node.name.value);
    if (node.description?.value.trim()) return;
    process.exitCode = 1;
    const { line } = node.loc.startToken;
    process.stderr.write(
      `${file}:${line} ${path.join('.')} has no description: say what it is where it is declared.\n`,
    );
  },
  leave(node) {
    if (DESCRIBED.has(node.kind)) path.pop();
  },
});
