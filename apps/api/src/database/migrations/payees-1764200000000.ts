import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is known of payees and must be erasable: whole account numbers, and contacts, each version under the id that the
 * log names it by. The salt of the hash in the log stands here, so that the hash means nothing once the row is gone.
 * Contacts of before have no event; their account numbers were never agreed to and are paid to by nobody.
 */
export class Payees1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.bank_account (
        tenant text not null,
        id uuid not null,
        uscc text not null,
        holder text not null,
        number text not null,
        salt bytea not null,
        primary key (tenant, id)
      )`);
    await runner.query(`create index bank_account_by_number on identity.bank_account (tenant, number)`);
    await runner.query(`create index bank_account_by_uscc on identity.bank_account (tenant, uscc)`);
    await runner.query(`
      alter table identity.contact
        add column id uuid not null default gen_random_uuid(),
        add column salt bytea,
        drop constraint contact_pkey,
        add primary key (tenant, id)`);
    await runner.query(`alter table identity.contact alter column id drop default`);
    await runner.query(`create index contact_by_uscc on identity.contact (tenant, uscc)`);
    await runner.query(`grant select, insert, update, delete on identity.bank_account to duixian_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity.bank_account');
    await runner.query('drop index identity.contact_by_uscc');
    await runner.query(`
      alter table identity.contact
        drop constraint contact_pkey, drop column id, drop column salt, add primary key (tenant, uscc)`);
  }
}
