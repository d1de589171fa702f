import { resolve } from 'node:path';

import { POLICIES_DIR } from '@duixian/policy-files';

/** Where the documents are: what the server is told by DUIXIAN_POLICIES_DIR, or `policies/` of this repository. */
export function policiesDirectory(): string {
  const named = process.env.DUIXIAN_POLICIES_DIR ?? '';
  return named === '' ? POLICIES_DIR : resolve(named);
}
