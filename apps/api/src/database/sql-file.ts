import { readFileSync } from 'node:fs';

/**
 * The text of a query kept in a `.sql` file beside the module that runs it: `sqlFile(import.meta.url, 'claims.sql')`.
 * The compiler copies no `.sql`, so a compiled module reads the file that stands beside its source.
 */
export function sqlFile(moduleUrl: string, name: string): string {
  const source = moduleUrl.replace('/apps/api/dist/', '/apps/api/src/');
  return readFileSync(new URL(name, source), 'utf8');
}
