import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** Folders, seen from this file's, of what a fold is made of. */
const FOLDED_WITH = [
  '../../../../apps/api/src/',
  ...['money', 'policy', 'casework', 'treasury', 'event-store'].map((lib) => `../../../../libs/${lib}/src/`),
];
const CODE = /\.(ts|sql)$/;

/**
 * Fingerprint of the code that folds the log into tables: another release, or a mended file, has another one. It is only
 * compared, to try again what was set aside.
 */
export function codeFingerprint(): string {
  const hash = createHash('sha256');
  for (const name of FOLDED_WITH) {
    const folder = new URL(name, import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((each) => CODE.test(each) && !each.endsWith('.spec.ts')).sort()) {
      hash.update(`${name}${file}\0`).update(readFileSync(new URL(file, folder)));
    }
  }
  return hash.digest('hex');
}
