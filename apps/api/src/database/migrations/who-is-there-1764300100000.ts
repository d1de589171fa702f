import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions that rest on one password, second factors, known devices, and attempts that are slowed down rather than
 * counted off. All sessions end once. Whoever has an account outside the demo has a password that an administrator set,
 * and changes it at his next sign-in.
 */
export class WhoIsThere1764300100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity."user"
        add password_version int not null default 1,
        add password_set_at timestamptz not null default now(),
        add must_change_password boolean not null default false,
        add is_demo boolean not null default false`);
    await runner.query(`update identity."user" set is_demo = exists (select from identity.demo)`);
    await runner.query(`update identity."user" set must_change_password = not is_demo`);
    await runner.query('drop table identity.session, identity.login_attempt');
    await runner.query(`
      create table identity.session (
        token_hash bytea primary key,
        id uuid not null unique,
        tenant text not null,
        user_id uuid not null,
        password_version int not null,
        begun_at timestamptz not null,
        used_at timestamptz not null,
        address text,
        agent text,
        foreign key (tenant, user_id) references identity."user" (tenant, id)
      )`);
    await runner.query('create index session_by_user on identity.session (tenant, user_id)');
    await runner.query('create index session_by_use on identity.session (used_at)');
    await runner.query(`
      create table identity.former_password (
        tenant text not null,
        user_id uuid not null,
        version int not null,
        hash text not null,
        primary key (tenant, user_id, version),
        foreign key (tenant, user_id) references identity."user" (tenant, id)
      )`);
    await runner.query(`
      create table identity.sign_in_ticket (
        token_hash bytea primary key,
        tenant text not null,
        user_id uuid not null,
        password_version int not null,
        attempts int not null default 0,
        expires_at timestamptz not null,
        foreign key (tenant, user_id) references identity."user" (tenant, id)
      )`);
    await runner.query('create index sign_in_ticket_by_user on identity.sign_in_ticket (tenant, user_id)');
    await runner.query('create index sign_in_ticket_by_end on identity.sign_in_ticket (expires_at)');
    await runner.query(`
      create table identity.second_factor (
        tenant text not null,
        user_id uuid not null,
        secret bytea,
        enrolled_at timestamptz,
        last_step bigint,
        offered_secret bytea,
        offered_at timestamptz,
        primary key (tenant, user_id),
        foreign key (tenant, user_id) references identity."user" (tenant, id),
        check ((secret is null) = (enrolled_at is null))
      )`);
    await runner.query(`
      create table identity.recovery_code (
        tenant text not null,
        user_id uuid not null,
        hash bytea not null,
        used_at timestamptz,
        primary key (tenant, user_id, hash),
        foreign key (tenant, user_id) references identity."user" (tenant, id)
      )`);
    await runner.query(`
      create table identity.known_device (
        token_hash bytea not null,
        tenant text not null,
        user_id uuid not null,
        used_at timestamptz not null,
        primary key (tenant, user_id, token_hash),
        foreign key (tenant, user_id) references identity."user" (tenant, id)
      )`);
    await runner.query(`
      create table identity.attempt_lane (
        lane text primary key,
        account text,
        failures int not null,
        last_at timestamptz not null,
        open_at timestamptz not null
      )`);
    await runner.query('create index attempt_lane_by_account on identity.attempt_lane (account)');
    await runner.query('create index attempt_lane_by_time on identity.attempt_lane (last_at)');
    await runner.query(`
      create table identity.secret_key (
        is_only boolean primary key default true check (is_only),
        fingerprint bytea not null
      )`);
    await runner.query(`
      grant select, insert, update, delete on identity.session, identity.former_password, identity.sign_in_ticket,
        identity.second_factor, identity.recovery_code, identity.known_device, identity.attempt_lane,
        identity.secret_key to duixian_app`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Sessions that have ended cannot be begun again.'));
  }
}
