import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the demo was begun and finished in this database: at most one row. */
export class Demo1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.demo (
        is_only boolean primary key default true check (is_only),
        begun_at timestamptz not null,
        finished_at timestamptz
      )`);
    await runner.query('grant select, insert, update on identity.demo to duixian_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity.demo');
  }
}
