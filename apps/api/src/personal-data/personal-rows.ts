import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { commandMismatch } from '../graphql/errors.js';
import { beyondOffice } from '../request/request-scope.js';

const SALT_BYTES = 32;

/**
 * Rows of personal data in one table outside the log: what is erased there is gone. Each stands under the id of the
 * command that brings it on record, and is kept before that; one whose command was never recorded is swept. Before that it is
 * nobody's whose open work needs it.
 */
export class PersonalRows<Column extends string> {
  constructor(
    private readonly pool: pg.Pool,
    private readonly table: 'identity.contact' | 'identity.bank_account' | 'identity.objector',
    private readonly columns: readonly Column[],
    /** The column that says what a row is about. */
    private readonly about: 'uscc' | 'claim' = 'uscc',
  ) {}

  /**
   * Keeps a row before its command is recorded: then no event is ever without it. The same command sent again finds the
   * same salt, and so gives the same hash. Under the id of one that is on record nothing is kept any more: nobody can
   * put something else where a row was erased.
   *
   * @returns the salt of its hash in the log.
   * @throws GraphQLError `BAD_USER_INPUT` when another row was kept under this id.
   */
  async keep(
    tenant: string,
    id: string,
    subject: string,
    values: Readonly<Record<Column, string | null>>,
  ): Promise<Buffer> {
    const salt = randomBytes(SALT_BYTES);
    const stated = this.columns.map((column) => values[column]);
    const text = `insert into ${this.table} (tenant, id, ${this.about}, salt, ${this.columns.join(', ')})
       select $1, $2::uuid, $3, $4, ${this.columns.map((_, index) => `$${index + 5}`).join(', ')}
        where not exists (select from es.command where tenant = $1 and command_id = $2::uuid::text)
           or exists (select from ${this.table} where tenant = $1 and id = $2::uuid)
       on conflict (tenant, id) do update set kept_at = now(), holders = ${this.table}.holders + 1
       returning ${this.about} as subject, salt, ${this.columns.join(', ')}`;
    const { rows } = await beyondOffice(() =>
      this.pool.query<Record<Column, string | null> & { subject: string; salt: Buffer }>(text, [
        tenant,
        id,
        subject,
        salt,
        ...stated,
      ]),
    );
    const [kept] = rows;
    // Its row was erased: the runner finds the command by its id, and that it was another one by its hash.
    if (kept === undefined) return salt;
    if (kept.subject !== subject || this.columns.some((column) => kept[column] !== values[column]))
      throw commandMismatch();
    return kept.salt;
  }

  /** Removes the row of a command that was refused, unless the same command is in hand elsewhere too. */
  async drop(tenant: string, id: string): Promise<void> {
    await beyondOffice(async () => {
      await this.pool.query(`update ${this.table} set holders = holders - 1 where tenant = $1 and id = $2::uuid`, [
        tenant,
        id,
      ]);
      await this.pool.query(
        `delete from ${this.table}
          where tenant = $1 and id = $2::uuid and holders <= 0
            and not exists (select from es.command where tenant = $1 and command_id = $2::uuid::text)`,
        [tenant, id],
      );
    });
  }

  /** Erases rows for good. */
  async erase(tenant: string, ids: readonly string[]): Promise<void> {
    await beyondOffice(() =>
      this.pool.query(`delete from ${this.table} where tenant = $1 and id = any ($2::uuid[])`, [tenant, ids]),
    );
  }
}
