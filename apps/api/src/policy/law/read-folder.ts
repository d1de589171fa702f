import type { Catalogue } from '@duixian/policy';
import { PolicyProblems, readCatalogue } from '@duixian/policy-files';
import { Logger } from '@nestjs/common';
import type pg from 'pg';
import { sqlFile } from '../../database/sql-file.js';

const IN_USE = sqlFile(import.meta.url, 'versions-in-use.sql');

/**
 * What the folder of policies holds. A version by which something was decided is taken as it is: it passed the checks of its
 * day, and those that a later release added are for whoever writes a document anew.
 *
 * @param directory null: that of the release.
 * @throws PolicyProblems of versions that nothing was decided by.
 */
export async function readFolder(directory: string | null, pool: pg.Pool): Promise<Catalogue> {
  const folder = directory ?? undefined;
  try {
    return readCatalogue(folder, { othersOnRecord: true });
  } catch (error) {
    if (!(error instanceof PolicyProblems)) throw error;
    // Only now, since it reads the whole log.
    const { rows } = await pool.query<{ version: string }>(IN_USE);
    const onRecord = new Set(rows.map(({ version }) => version));
    const catalogue = readCatalogue(folder, { othersOnRecord: true, onRecord });
    sayUnchecked(error);
    return catalogue;
  }
}

function sayUnchecked({ problems }: PolicyProblems): void {
  const files = [...new Set(problems.map(({ file }) => file))].join(', ');
  new Logger('Policies').warn(
    `${files}：已据以办理的版本不符合本软件新增的检查，仍照常适用；修改文件时须一并改正。` +
      ` ${files}: what was decided by does not pass checks of this release, and goes on to count; whoever edits it has to mend that as well.`,
  );
}
