import type { Catalogue } from '@duixian/policy';
import { PolicyProblems, readCatalogue } from '@duixian/policy-files';

import { EXIT } from './exit.js';
import { policiesDirectory } from './policies-directory.js';

/** The policies that the server would read; null, with the problems on standard error, if one of them is wrong. */
export function openCatalogue(): Catalogue | null {
  try {
    return readCatalogue(policiesDirectory());
  } catch (error) {
    if (!(error instanceof PolicyProblems)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT.failed;
    return null;
  }
}
