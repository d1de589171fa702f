import { EventStore } from '@duixian/event-store';
import { foldOfficial, officialStream, parseOfficialEvent } from '@duixian/office';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { inTransaction } from '../../database/transaction.js';
import { ActivationCodes, issueOf } from '../activation/activation-codes.js';
import { lockUser } from '../lock-user.js';
import { CredentialSeals } from '../seal/credential-seals.js';

const UNCHANGED = 'must_change_password and not is_demo and log_version is not null';

/** Passwords that an administrator chose for somebody, as an earlier version let him. */
@Injectable()
export class ChosenPasswords {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly store: EventStore,
    private readonly codes: ActivationCodes,
    private readonly seals: CredentialSeals,
  ) {}

  /** Puts an activation code in the place of each that its owner has not changed: whoever chose it knows it. */
  async replace(): Promise<void> {
    const { rows } = await this.pool.query<{ tenant: string; id: string }>(
      `select tenant, id from identity."user" where ${UNCHANGED} order by tenant, id`,
    );
    for (const { tenant, id } of rows) await this.replaceOne(tenant, id);
  }

  private async replaceOne(tenant: string, id: string): Promise<void> {
    const { events } = await this.store.readStream(tenant, officialStream(id));
    const record = events.map(parseOfficialEvent);
    const set = record.findLast(({ type }) => type === 'AccountOpened' || type === 'PasswordSet');
    const proposal = set !== undefined && 'proposal' in set.data ? set.data.proposal : null;
    // The installation's own is printed once, and what came from before there was a record is asked to be changed.
    if (proposal === null) return;
    const issue = issueOf(tenant, id, foldOfficial(record), proposal);
    await inTransaction(this.pool, async (connection) => {
      await lockUser(connection, tenant, id);
      const { rowCount } = await connection.query(
        `select from identity."user" where tenant = $1 and id = $2 and ${UNCHANGED}`,
        [tenant, id],
      );
      if (rowCount === 0) return;
      await this.codes.issueOn(connection, issue);
      await this.seals.seal(connection, tenant, id);
    });
  }
}
