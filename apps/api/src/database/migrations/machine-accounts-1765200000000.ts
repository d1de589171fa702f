import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which accounts of machines there are, and when a key of each was used last. What they may do stands in the log alone. */
export class MachineAccounts1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.machine_account (
        tenant text not null,
        id text collate "C" not null,
        proposed_on date not null,
        used_at timestamptz,
        -- Which of its keys that was.
        used_key text,
        primary key (tenant, id)
      )`);
    await runner.query('create index machine_account_by_day on identity.machine_account (tenant, proposed_on, id)');
    await runner.query('grant select, insert, update, delete on identity.machine_account to duixian_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity.machine_account');
  }
}
