import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const LINT = fileURLToPath(new URL('../../lint-schema.mjs', import.meta.url));
const SCHEMA = fileURLToPath(new URL('../../schema.graphql', import.meta.url));
const GAPS = `
"""A claim."""
type Claim {
  """Its number."""
  id: ID!
  amount: Money!
  """Its events."""
  events(first: Int, """Where the page begins.""" after: String): [String!]!
}
scalar Money
"""How it stands."""
enum Status { PAID """Not yet.""" OPEN }
"""   """
input Filter {
  """One of them."""
  status: Status
  year: Int
}
union Answer = Claim
interface Refusal { """Stable.""" code: Status }
`;

describe('the lint of the schema', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'schema-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  function lint(file: string): { readonly status: number | null; readonly found: readonly string[] } {
    const { status, stderr } = spawnSync(process.execPath, [LINT, file], { encoding: 'utf8' });
    return { status, found: stderr.split('\n').filter((line) => line !== '') };
  }

  it('fails with the line of every type, field, argument and value of an enum that says nothing', () => {
    const file = join(folder, 'gaps.graphql');
    writeFileSync(file, GAPS);

    const { status, found } = lint(file);

    expect(status).toBe(1);
    expect(found.map((line) => /:(\d+) (\S+) has no description/.exec(line)?.slice(1).join(' '))).toEqual([
      '6 Claim.amount',
      '8 Claim.events.first',
      '10 Money',
      '12 Status.PAID',
      '13 Filter',
      '17 Filter.year',
      '19 Answer',
      '20 Refusal',
    ]);
  });

  it('finds nothing in the schema that is served', () => {
    expect(lint(SCHEMA)).toEqual({ status: 0, found: [] });
  });
});
