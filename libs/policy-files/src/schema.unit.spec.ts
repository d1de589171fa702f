import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { policyJsonSchema } from '@duixian/policy';

import { POLICIES_DIR } from './index.js';

it('is committed as it is: duixian policies --schema > policies/policy.schema.json', () => {
  const committed: unknown = JSON.parse(readFileSync(join(POLICIES_DIR, 'policy.schema.json'), 'utf8'));

  expect(committed).toEqual(policyJsonSchema());
});
