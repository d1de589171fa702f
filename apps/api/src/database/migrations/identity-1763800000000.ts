import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is known of people. It stands outside the log, because the log cannot forget: a contact can be erased, and a
 * session ends. Names of users are unique over all tenants, since one signs in without naming one's city.
 */
export class Identity1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity."user" (
        tenant text not null,
        id uuid not null,
        username text not null unique,
        display_name text not null,
        division text not null,
        department text,
        roles text[] not null,
        password text not null,
        disabled boolean not null default false,
        created_at timestamptz not null,
        primary key (tenant, id)
      )`);
    await runner.query(`create index user_by_username on identity."user" (tenant, username, id)`);
    await runner.query(`
      create table identity.session (
        token_hash bytea primary key,
        tenant text not null,
        user_id uuid not null,
        expires_at timestamptz not null,
        foreign key (tenant, user_id) references identity."user" (tenant, id)
      )`);
    await runner.query(`create index session_by_user on identity.session (tenant, user_id)`);
    await runner.query(`create index session_by_expiry on identity.session (expires_at)`);
    await runner.query(`
      create table identity.login_attempt (
        id bigint generated always as identity primary key,
        subject text not null,
        at timestamptz not null
      )`);
    await runner.query(`create index login_attempt_by_subject on identity.login_attempt (subject, at)`);
    await runner.query(`
      create table identity.contact (
        tenant text not null,
        uscc text not null,
        name text not null,
        phone text not null,
        email text,
        bank_account text,
        primary key (tenant, uscc)
      )`);
    await runner.query(`grant usage on schema identity to duixian_app`);
    await runner.query(`grant select, insert, update, delete on all tables in schema identity to duixian_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema identity cascade');
  }
}
