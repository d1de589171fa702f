import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files on their way to a claim: what has come of each, in which parts, until it is attached or has expired. */
export class Uploads1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.upload (
        tenant text not null,
        id uuid not null,
        user_id uuid not null,
        claim text not null,
        name text not null,
        bytes bigint not null check (bytes > 0),
        expected_sha256 text,
        received bigint not null default 0 check (received between 0 and bytes),
        parts text[] not null default '{}',
        sha256 text,
        file_type text,
        opened_at timestamptz not null default now(),
        expires_at timestamptz not null,
        primary key (tenant, id),
        foreign key (tenant, user_id) references identity."user" (tenant, id),
        check ((sha256 is null) = (file_type is null))
      )`);
    await runner.query('create index upload_by_user on identity.upload (tenant, user_id)');
    await runner.query('create index upload_by_end on identity.upload (expires_at)');
    await runner.query('grant select, insert, update, delete on identity.upload to duixian_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity.upload');
  }
}
