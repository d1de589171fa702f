import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the officials' accounts are follows from their streams in the log. `log_version` says up to which event of the
 * stream a row does; it is null where an earlier version made the row and nothing of it is on record yet.
 */
export class Accounts1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identity."user" add log_version int');
    await runner.query(`
      create table identity.proposed_password (
        tenant text not null,
        -- The command that proposes it.
        proposal uuid not null,
        official uuid not null,
        -- For a new account: nobody else can propose the name meanwhile.
        username text unique,
        password text not null,
        created_at timestamptz not null,
        primary key (tenant, proposal)
      )`);
    await runner.query('grant select, insert, update, delete on identity.proposed_password to duixian_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity.proposed_password');
    await runner.query('alter table identity."user" drop log_version');
  }
}
