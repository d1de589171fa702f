import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one administrator of release 0.1 looks after accounts and machines from now on, and decides on neither alone: a
 * security and an audit administrator come from DUIXIAN_ADMINISTRATORS.
 */
export class Administrators1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `update identity."user" set roles = array_replace(roles, 'administrator', 'system-administrator')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `update identity."user" set roles = array_replace(roles, 'system-administrator', 'administrator')`,
    );
  }
}
