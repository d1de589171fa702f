import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose open work needs what is known of a payee or of who objects: for departments and finance, by the clauses of their offices. */
export class OfficeClauses1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('set local check_function_bodies = off');
    await runner.query(`
      create or replace function identity.needs_contact(of_tenant text, of_uscc text) returns boolean
      language sql stable set search_path = pg_catalog, pg_temp as $$
        with held as (
          select string_to_array(current_setting('duixian.roles', true), ',') as roles,
                 string_to_array(current_setting('duixian.divisions', true), ',') as divisions,
                 string_to_array(current_setting('duixian.areas', true), ',') as areas,
                 string_to_array(current_setting('duixian.clauses', true), ',') as clauses)
        select coalesce((
          select 'auditor' = any (roles)
              or 'clerk' = any (roles)
                 and exists (select from read.enterprise e, unnest(areas) area
                              where e.tenant = of_tenant and e.uscc = of_uscc and starts_with(e.division, area))
              or 'reviewer' = any (roles)
                 and exists (select from read.claim c
                              where c.tenant = of_tenant and c.uscc = of_uscc and c.status = 'accepted'
                                and 'reviewer ' || c.measure = any (clauses))
              or 'finance' = any (roles)
                 and exists (select from read.claim c
                              where c.tenant = of_tenant and c.uscc = of_uscc
                                and c.status in ('reviewed', 'determined', 'publicised', 'instructed')
                                and 'finance ' || c.measure = any (clauses))
              or 'treasury' = any (roles)
                 and exists (select from read.payment p
                              where p.tenant = of_tenant and p.uscc = of_uscc and p.status = 'instructed'
                                and p.payer = any (divisions))
            from held), false)
      $$`);
    await runner.query(`
      create or replace function identity.deals_with_claim(of_tenant text, of_claim text) returns boolean
      language sql stable set search_path = pg_catalog, pg_temp as $$
        with held as (
          select string_to_array(current_setting('duixian.roles', true), ',') as roles,
                 string_to_array(current_setting('duixian.areas', true), ',') as areas,
                 string_to_array(current_setting('duixian.clauses', true), ',') as clauses)
        select coalesce((
          select 'auditor' = any (roles)
              or 'clerk' = any (roles)
                 and exists (select from read.claim c, unnest(areas) area
                              where c.tenant = of_tenant and c.id = of_claim and starts_with(c.division, area))
              or 'reviewer' = any (roles)
                 and exists (select from read.claim c
                              where c.tenant = of_tenant and c.id = of_claim
                                and 'reviewer ' || c.measure = any (clauses))
            from held), false)
      $$`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What they asked before shows departments what is not theirs.'));
  }
}
