import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which subject of an identity provider an official is known, and which sessions rest on its word for a second factor. */
export class IdentityProvider1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.linked_identity (
        tenant text not null,
        user_id uuid not null,
        issuer text not null,
        subject text not null,
        linked_at timestamptz not null,
        primary key (tenant, user_id),
        unique (issuer, subject),
        foreign key (tenant, user_id) references identity."user" (tenant, id)
      )`);
    await runner.query('grant select, insert, update, delete on identity.linked_identity to duixian_app');
    await runner.query('alter table identity.session add column proved_by_provider boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identity.session drop column proved_by_provider');
    await runner.query('drop table identity.linked_identity');
  }
}
