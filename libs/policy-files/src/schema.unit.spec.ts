import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { policyJsonSchema, routesJsonSchema } from '@duixian/policy';

import { POLICIES_DIR } from './index.js';

it.each([
  { option: '--schema', file: 'policy.schema.json', schema: policyJsonSchema },
  { option: '--routes-schema', file: 'routes.schema.json', schema: routesJsonSchema },
])('is committed as it is: duixian policies $option > policies/$file', ({ file, schema }) => {
  const committed: unknown = JSON.parse(readFileSync(join(POLICIES_DIR, file), 'utf8'));

  expect(committed).toEqual(schema());
});
