import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Officials choose their own passwords, with a code of which two administrators hold one half each. What proposals kept
 * of passwords that an administrator had typed is removed: of those that wait for agreement there is only the name left.
 */
export class ActivationCodes1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.activation_code (
        tenant text not null,
        user_id uuid not null,
        -- User ids of the two administrators of whom each draws a half.
        proposed_by uuid not null,
        agreed_by uuid not null,
        -- SHA-256 of what each was shown; null until he has drawn it.
        proposer_half bytea,
        agreer_half bytea,
        expires_at timestamptz not null,
        primary key (tenant, user_id),
        foreign key (tenant, user_id) references identity."user" (tenant, id),
        check (proposed_by <> agreed_by)
      )`);
    await runner.query('create index activation_code_by_proposer on identity.activation_code (tenant, proposed_by)');
    await runner.query('create index activation_code_by_agreer on identity.activation_code (tenant, agreed_by)');
    await runner.query('grant select, insert, update, delete on identity.activation_code to duixian_app');
    await runner.query('alter table identity.proposed_password rename to reserved_username');
    await runner.query('delete from identity.reserved_username where username is null');
    // Only the installation, which opens accounts alone, keeps a password there until it is taken.
    await runner.query(`
      alter table identity.reserved_username
        alter column username set not null,
        alter column password drop not null`);
    await runner.query('update identity.reserved_username set password = null');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Passwords that were taken away cannot be given back.'));
  }
}
