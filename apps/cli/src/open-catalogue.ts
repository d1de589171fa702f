import type { Catalogue } from '@duixian/policy';
import { PolicyProblems, readCatalogue } from '@duixian/policy-files';

import { EXIT } from './exit.js';

/** The policies of this repository; null, with the problems on standard error, if one of them is wrong. */
export function openCatalogue(): Catalogue | null {
  try {
    return readCatalogue();
  } catch (error) {
    if (!(error instanceof PolicyProblems)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT.failed;
    return null;
  }
}
