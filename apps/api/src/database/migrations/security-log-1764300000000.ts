import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happened and changed nobody's rights. The application's role can read it and, by two functions that work as the
 * owner, add to its end and remove what is older than half a year; nothing else. Each entry holds a hash over itself and
 * the one before, so that a change in the middle is found; `security_log_end` says where the log ends, and up to where
 * it was pruned.
 */
export class SecurityLog1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.security_log (
        tenant text not null,
        position bigint not null,
        at timestamptz not null,
        kind text not null,
        user_id uuid,
        username text,
        display_name text,
        address text,
        subject text,
        times int not null check (times > 0),
        details json not null,
        hash bytea not null,
        primary key (tenant, position)
      )`);
    await runner.query(`create index security_log_by_kind on identity.security_log (tenant, kind, position)`);
    await runner.query(`create index security_log_by_time on identity.security_log (tenant, at)`);
    await runner.query(`
      create table identity.security_log_end (
        tenant text primary key,
        position bigint not null,
        hash bytea not null,
        pruned_position bigint not null,
        pruned_hash bytea not null
      )`);
    await runner.query(`
      create function identity.hashed_column(value text) returns text language sql immutable
        return case when value is null then '-' else octet_length(value) || ':' || value end`);
    await runner.query(RECORD);
    await runner.query(PRUNE);
    await runner.query(`
      revoke all on function identity.record_security, identity.prune_security_log, identity.hashed_column from public`);
    await runner.query(`
      grant execute on function identity.record_security, identity.prune_security_log to duixian_app`);
    await runner.query('grant select on identity.security_log, identity.security_log_end to duixian_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function identity.record_security, identity.prune_security_log, identity.hashed_column');
    await runner.query('drop table identity.security_log, identity.security_log_end');
  }
}

const RECORD = `
  create function identity.record_security(
    tenant text, at timestamptz, kind text, user_id uuid, username text, display_name text, address text, subject text,
    times int, details text
  ) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    last identity.security_log_end;
    made bytea;
  begin
    insert into identity.security_log_end
      values ($1, 0, decode(repeat('00', 32), 'hex'), 0, decode(repeat('00', 32), 'hex'))
      on conflict do nothing;
    select * into last from identity.security_log_end e where e.tenant = $1 for update;
    made := sha256(last.hash || convert_to(concat(
      identity.hashed_column($1),
      identity.hashed_column((last.position + 1)::text),
      identity.hashed_column(to_char($2 at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')),
      identity.hashed_column($3),
      identity.hashed_column($4::text),
      identity.hashed_column($5),
      identity.hashed_column($6),
      identity.hashed_column($7),
      identity.hashed_column($8),
      identity.hashed_column($9::text),
      identity.hashed_column($10)
    ), 'UTF8'));
    insert into identity.security_log
      values ($1, last.position + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10::json, made);
    update identity.security_log_end e set position = last.position + 1, hash = made
      where e.tenant = $1;
  end $$`;

/** Removes from the beginning only, so that what is left is still one chain. */
const PRUNE = `
  create function identity.prune_security_log(days int) returns table (tenant text, removed bigint)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  #variable_conflict use_column
  declare
    last identity.security_log_end;
    until bigint;
    until_hash bytea;
    gone bigint;
  begin
    if $1 < 180 then raise exception 'The security log is kept for at least 180 days.'; end if;
    for last in select * from identity.security_log_end for update loop
      select min(l.position) - 1 into until from identity.security_log l
        where l.tenant = last.tenant and l.at >= now() - make_interval(days => $1);
      until := coalesce(until, last.position);
      if until <= last.pruned_position then continue; end if;
      select l.hash into until_hash from identity.security_log l where l.tenant = last.tenant and l.position = until;
      -- Gone against the rules: what is left stays, so that the gap stays seen.
      if until_hash is null then continue; end if;
      delete from identity.security_log l where l.tenant = last.tenant and l.position <= until;
      get diagnostics gone = row_count;
      update identity.security_log_end e set pruned_position = until, pruned_hash = until_hash
        where e.tenant = last.tenant;
      tenant := last.tenant;
      removed := gone;
      return next;
    end loop;
  end $$`;
