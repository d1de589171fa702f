import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a row of personal data was kept, so that one whose event never came is removed after a day, and how many requests
 * have it in hand. Kept at null: release 0.1 kept it, and it goes on record at the next start; its account numbers stand
 * among the account numbers from then on.
 */
export class PersonalRows1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['identity.contact', 'identity.bank_account']) {
      await runner.query(
        `alter table ${table} add column kept_at timestamptz default now(), add column holders int not null default 1`,
      );
    }
    await runner.query('update identity.contact set kept_at = null where salt is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identity.contact drop column kept_at, drop column holders');
    await runner.query('alter table identity.bank_account drop column kept_at, drop column holders');
  }
}
