import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  parse,
  separateOperations,
  type GraphQLSchema,
} from 'graphql';
import { Policies } from '../../policy/list/policies.js';
import { Api } from '../../spec/api.spec.js';
import { costOf } from './cost.js';
import { FIELD_COSTS } from './field-costs.js';
import { FIELDS_MAX, STATEMENTS_MAX } from './limits.js';

/** What the admin asks, as its own spec prints it. */
const ADMIN = new URL('../../../../admin/documents.graphql', import.meta.url);
/** How much of a limit the admin may use: its pages grow, and nobody should have to look here first. */
const SHARE = 0.6;

describe('what the fields of the schema may cost', () => {
  let api: Api;
  let schema: GraphQLSchema;

  beforeAll(async () => {
    api = await Api.start();
    schema = api.app.get(GraphQLSchemaHost).schema;
  });

  afterAll(() => api.stop());

  it('is declared for every list: how much it can hold', () => {
    const undeclared = fields()
      .filter(({ type, name, isList }) => isList && !(isPage(type) && ['nodes', 'edges'].includes(name)))
      .map(({ type, name }) => `${type}.${name}`)
      .filter((each) => FIELD_COSTS[each]?.holds === undefined);

    expect(undeclared).toEqual([]);
  });

  it('is declared for every query: how many statements it runs', () => {
    const queries = Object.keys(schema.getQueryType()?.getFields() ?? {}).map((name) => `Query.${name}`);

    expect(queries.filter((each) => FIELD_COSTS[each] === undefined)).toEqual([]);
  });

  it('is declared for nothing that is not there', () => {
    const known = new Set(fields().map(({ type, name }) => `${type}.${name}`));

    expect(Object.keys(FIELD_COSTS).filter((each) => !known.has(each))).toEqual([]);
  });

  it('holds for the policies, each and on average', () => {
    const policies = api.app.get(Policies);
    const measures = policies.measures();
    const articles = policies.all().flatMap((policy) => policy.articles);
    const facts = measures.flatMap((measure) => measure.facts);
    const lists: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
      'Query.policies': [policies.all()],
      'Query.measures': [measures],
      'Query.coverage': [policies.coverage()],
      'Policy.articles': policies.all().map((each) => each.articles),
      'Policy.interpretations': policies.all().map((each) => each.interpretations),
      'Article.clauses': articles.map((each) => each.clauses),
      'Measure.conditions': measures.map((each) => each.conditions),
      'Measure.facts': measures.map((each) => each.facts),
      'Measure.findings': measures.map((each) => each.findings),
      'Measure.interpretations': measures.map((each) => each.interpretations),
      'Measure.otherDepartments': measures.map((each) => each.otherDepartments),
      'Measure.quotes': measures.map((each) => each.quotes),
      'Measure.split': measures.map((each) => each.split),
      'Fact.values': facts.map((each) => each.values),
    };
    for (const [name, found] of Object.entries(lists)) {
      const { holds = 0, usually = holds } = FIELD_COSTS[name] ?? {};
      const lengths = found.map((list) => list.length);
      const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      expect([name, Math.max(...lengths) <= holds, average <= usually]).toEqual([name, true, true]);
    }
  });

  it('leaves room to every page of the admin, with its longest lists', () => {
    // Each is sent with the fragments that it selects, and no others.
    const operations = Object.entries(separateOperations(parse(readFileSync(ADMIN, 'utf8'))));

    expect(operations.length).toBeGreaterThan(30);
    for (const [name, operation] of operations) {
      const { fields: many, statements } = costOf(schema, operation, { first: 100 });
      expect([name, many <= FIELDS_MAX * SHARE, statements <= STATEMENTS_MAX * SHARE]).toEqual([name, true, true]);
    }
  });

  function fields(): { type: string; name: string; isList: boolean }[] {
    return Object.values(schema.getTypeMap())
      .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__'))
      .flatMap((type) => {
        const named = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
        return Object.values(named).map(({ name, type: fieldType }) => ({
          type: type.name,
          name,
          isList: isListType(getNullableType(fieldType)),
        }));
      });
  }

  function isPage(type: string): boolean {
    return fields().some((each) => each.type === type && each.name === 'pageInfo');
  }
});
