import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who objected to which claim: erasable, under the id of the objection, with the salt of the hash in the log. */
export class Objectors1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.objector (
        tenant text not null,
        id uuid not null,
        claim text not null,
        kind text not null,
        name text not null,
        phone text not null,
        salt bytea not null,
        kept_at timestamptz not null default now(),
        holders int not null default 1,
        primary key (tenant, id)
      )`);
    await runner.query('grant select, insert, update, delete on identity.objector to duixian_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity.objector');
  }
}
