import { randomBytes } from 'node:crypto';
import { decideBankAccountTakeOver, decideContactTakeOver, maskContact, maskNumber } from '@duixian/registry';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type pg from 'pg';
import { accountHash } from '../bank-account/payee-accounts.js';
import { Clock } from '../clock/clock.js';
import { byInstallation } from '../command/by-installation.js';
import { commandIdOf } from '../command/command-id.js';
import { CommandRunner } from '../command/command-runner.js';
import type { Outcome } from '../command/outcome.js';
import { POOL } from '../database/database.module.js';
import { inTransaction } from '../database/transaction.js';
import type { ContactDetails } from '../enterprise/contact/contact-details.js';
import { contactHash } from '../enterprise/contact/contact-store.js';

interface FoundRow {
  readonly tenant: string;
  readonly id: string;
  readonly uscc: string;
  readonly salt: Buffer;
}
type FoundContact = FoundRow & ContactDetails;
type FoundNumber = FoundRow & { readonly holder: string; readonly number: string };

const SALT_BYTES = 32;
/** Release 0.1 asked for a number alone. */
const NOT_STATED = '';

/** Rows that release 0.1 kept, of which the log does not say anything yet. */
const unrecorded = (table: 'contact' | 'bank_account'): string => `
  select * from identity.${table} k
   where k.kept_at is null
     and not exists (select from es.command c where c.tenant = k.tenant and c.command_id = k.id::text)
   order by k.tenant, k.id`;

/**
 * At every start, before anybody is served: contacts that release 0.1 kept beside the log go on record as they were
 * found, and the account numbers beside them as numbers that nobody agreed to. Each row's id is its command's, so that
 * it goes on record once, however often this is done.
 */
@Injectable()
export class EarlierRows implements OnApplicationBootstrap {
  private readonly logger = new Logger(EarlierRows.name);

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly runner: CommandRunner,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.takeOver();
  }

  async takeOver(): Promise<void> {
    await this.separateNumbers();
    const contacts = await this.pool.query<FoundContact>(unrecorded('contact'));
    for (const found of contacts.rows) await this.takeContact(found);
    const numbers = await this.pool.query<FoundNumber>(unrecorded('bank_account'));
    for (const found of numbers.rows) await this.takeNumber(found);
  }

  /** A contact's account number becomes a row of its own: it is erased, and read, apart from the contact. */
  private async separateNumbers(): Promise<void> {
    await inTransaction(this.pool, async (connection) => {
      await connection.query(
        `update identity.contact set salt = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
          where kept_at is null and salt is null`,
      );
      const { rows } = await connection.query<FoundRow & { readonly bank_account: string }>(
        `select tenant, id, uscc, bank_account from identity.contact
          where kept_at is null and bank_account is not null
          order by tenant, id
            for update`,
      );
      for (const { tenant, id, uscc, bank_account: number } of rows) {
        await connection.query(
          `insert into identity.bank_account (tenant, id, uscc, holder, number, salt, kept_at)
           values ($1, $2, $3, $4, $5, $6, null)`,
          [tenant, commandIdOf('account number found', tenant, id), uscc, NOT_STATED, number, randomBytes(SALT_BYTES)],
        );
        await connection.query('update identity.contact set bank_account = null where tenant = $1 and id = $2', [
          tenant,
          id,
        ]);
      }
    });
  }

  private async takeContact({ tenant, id, uscc, salt, name, phone, email }: FoundContact): Promise<void> {
    const contact = { name, phone, email };
    const hash = contactHash(salt, uscc, contact);
    const command = { ...this.of(tenant, id), uscc, now: maskContact(contact), hash };
    const outcome = await this.runner.run('takeContactOver', command, async (records) =>
      decideContactTakeOver({ command, enterprise: await records.enterprise(uscc) }),
    );
    this.warnUnlessDone(outcome, uscc);
  }

  private async takeNumber({ tenant, id, uscc, salt, holder, number }: FoundNumber): Promise<void> {
    const [bank, cnaps] = [NOT_STATED, NOT_STATED];
    const account = {
      bank,
      cnaps,
      mask: maskNumber(number),
      hash: accountHash(salt, { uscc, holder, bank, cnaps, number }),
    };
    const command = { ...this.of(tenant, id), uscc, account };
    const outcome = await this.runner.run('takeBankAccountOver', command, async (records) =>
      decideBankAccountTakeOver({ command, enterprise: await records.enterprise(uscc) }),
    );
    this.warnUnlessDone(outcome, uscc);
  }

  private of(tenant: string, id: string) {
    return byInstallation(tenant, id, this.clock.today());
  }

  private warnUnlessDone(outcome: Outcome, uscc: string): void {
    if (!outcome.ok) this.logger.warn(`What is kept of ${uscc} is not on record: ${outcome.refusal.message.en}`);
  }
}
