import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.js';

/** A version that does not exist yet, as a checkout of it that is built. */
export interface NextVersion {
  /** With a slash at its end, as the workspace's own. */
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

export interface Changes {
  /** Whether an older version would misread what it records, and is told so by its migration. */
  readonly breaks?: boolean;
  /** Whether it builds its tables in many small steps that take their time. */
  readonly buildsSlowly?: boolean;
}

/** A place in the built code, and what stands there in the next version. */
type Change = readonly [file: string, found: RegExp, replaced: string];

const MIGRATION = 'libs/event-store/migrations/9999-of-the-next-version.sql';

/** Other read tables, and a migration that an older version may pass over. */
const ADDS: readonly Change[] = [
  ['libs/event-store/dist/format.js', /FORMAT = (\d+);/, 'FORMAT = $1 + 1;'],
  ['apps/api/dist/log/read-projection.js', /version: (\d+),/, 'version: $1 + 1,'],
  [
    'apps/api/dist/log/read-projection.js',
    /(await client\.query\(table\.ddl\);)/,
    `$1
        for (const { name } of table.versioned) await client.query('alter table ' + name + ' add of_the_next_version text');`,
  ],
];

/** A withdrawal is recorded in another shape, and earlier ones are read in it. */
const BREAKS: readonly Change[] = [
  ['libs/casework/dist/claim/claim-event.js', /eventSchema\('ClaimWithdrawn',/, "eventSchemaAt(2, 'ClaimWithdrawn',"],
  [
    'libs/casework/dist/claim/decide/withdrawal.js',
    /event\(command, 'ClaimWithdrawn', \{/,
    "eventAt(2, command, 'ClaimWithdrawn', { byWhom: 'enterprise',",
  ],
  ['libs/casework/dist/claim/decide/withdrawal.js', /import \{ accepted, event,/, 'import { accepted, event, eventAt,'],
  [
    'apps/api/dist/log/upcasters.js',
    /UPCASTERS = \{/,
    "UPCASTERS = { ClaimWithdrawn: { 1: (data) => ({ ...data, byWhom: 'unknown' }) },",
  ],
];

const BUILDS_SLOWLY: readonly Change[] = [
  ['libs/event-store/dist/rebuild.js', /BATCH_SIZE = [\d_]+;/, 'BATCH_SIZE = 5;'],
  ['libs/event-store/dist/rebuild.js', /SWITCHED_WITH = [\d_]+;/, 'SWITCHED_WITH = 5;'],
  [
    'apps/api/dist/log/read-projection.js',
    /(async apply\(batch, client, schema\) \{)/,
    `$1
        if (schema.endsWith('next')) await new Promise((resolve) => setTimeout(resolve, 250));`,
  ],
];

/**
 * Makes the next version out of the present one as it is built: a copy of our own code with the changes, and the same
 * dependencies. It shows what two versions do to each other before there is a second one.
 */
export async function makeNextVersion({ breaks = false, buildsSlowly = false }: Changes = {}): Promise<NextVersion> {
  const folder = `${await mkdtemp(join(tmpdir(), 'duixian-next-version-'))}/`;
  await copyCode(folder);
  for (const change of [...ADDS, ...(breaks ? BREAKS : []), ...(buildsSlowly ? BUILDS_SLOWLY : [])]) {
    await apply(folder, change);
  }
  await writeFile(
    join(folder, MIGRATION),
    `update es.format set written = written + 1${breaks ? ', oldest_reader = written + 1' : ''};\n`,
  );
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

async function copyCode(folder: string): Promise<void> {
  const libs = await readdir(join(root, 'libs'));
  for (const project of ['apps/api', ...libs.map((lib) => `libs/${lib}`)]) {
    await mkdir(join(folder, project), { recursive: true });
    for (const entry of await readdir(join(root, project))) {
      const [from, to] = [join(root, project, entry), join(folder, project, entry)];
      if (entry === 'node_modules') await symlink(from, to);
      else await cp(from, to, { recursive: true });
    }
  }
  for (const used of ['policies', 'infra', 'apps/admin']) await symlink(join(root, used), join(folder, used));
  await mkdir(join(folder, 'node_modules/@duixian'), { recursive: true });
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (name !== '@duixian') await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  for (const lib of libs) await symlink(join(folder, 'libs', lib), join(folder, 'node_modules/@duixian', lib));
}

/** @throws Error when the code has changed since, and what was to be replaced is not there. */
async function apply(folder: string, [file, found, replaced]: Change): Promise<void> {
  const path = join(folder, file);
  const code = await readFile(path, 'utf8');
  if (!found.test(code)) throw new Error(`The next version cannot be made: ${file} holds no ${found.source}.`);
  await writeFile(path, code.replace(found, replaced));
}
