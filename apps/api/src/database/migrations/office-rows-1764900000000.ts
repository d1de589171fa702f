import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the conditions of row security ask: whose open work needs what is known of a payee or of who objects. */
export class OfficeRows1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The read tables are made later, and anew with each build: they are looked up by name when they are asked. A function
    // with a setting of its own is never read while a statement is planned that may not ask it at all.
    await runner.query('set local check_function_bodies = off');
    await runner.query(`
      create function identity.needs_contact(of_tenant text, of_uscc text) returns boolean
      language sql stable set search_path = pg_catalog, pg_temp as $$
        with held as (
          select string_to_array(current_setting('duixian.roles', true), ',') as roles,
                 string_to_array(current_setting('duixian.divisions', true), ',') as divisions,
                 string_to_array(current_setting('duixian.areas', true), ',') as areas)
        select coalesce((
          select 'auditor' = any (roles)
              or 'clerk' = any (roles)
                 and exists (select from read.enterprise e, unnest(areas) area
                              where e.tenant = of_tenant and e.uscc = of_uscc and starts_with(e.division, area))
              or 'reviewer' = any (roles)
                 and exists (select from read.claim c, unnest(areas) area
                              where c.tenant = of_tenant and c.uscc = of_uscc and c.status = 'accepted'
                                and starts_with(c.division, area))
              or 'finance' = any (roles)
                 and exists (select from read.claim c, unnest(areas) area
                              where c.tenant = of_tenant and c.uscc = of_uscc
                                and c.status in ('reviewed', 'determined', 'publicised', 'instructed')
                                and starts_with(c.division, area))
              or 'treasury' = any (roles)
                 and exists (select from read.payment p
                              where p.tenant = of_tenant and p.uscc = of_uscc and p.status = 'instructed'
                                and p.payer = any (divisions))
            from held), false)
      $$`);
    await runner.query(`
      create function identity.needs_account(of_tenant text, of_uscc text, of_proposal text) returns boolean
      language sql stable set search_path = pg_catalog, pg_temp as $$
        with held as (
          select string_to_array(current_setting('duixian.roles', true), ',') as roles,
                 string_to_array(current_setting('duixian.divisions', true), ',') as divisions)
        select coalesce((
          select case
            when roles && '{auditor,clerk,finance}' then identity.needs_contact(of_tenant, of_uscc)
            else 'treasury' = any (roles)
                 and exists (select from read.payment p
                              where p.tenant = of_tenant and p.uscc = of_uscc and p.status = 'instructed'
                                and p.payer = any (divisions) and p.account ->> 'proposal' = of_proposal)
            end from held), false)
      $$`);
    await runner.query(`
      create function identity.deals_with_claim(of_tenant text, of_claim text) returns boolean
      language sql stable set search_path = pg_catalog, pg_temp as $$
        with held as (
          select string_to_array(current_setting('duixian.roles', true), ',') as roles,
                 string_to_array(current_setting('duixian.areas', true), ',') as areas)
        select coalesce((
          select 'auditor' = any (roles)
              or roles && '{clerk,reviewer}'
                 and exists (select from read.claim c, unnest(areas) area
                              where c.tenant = of_tenant and c.id = of_claim and starts_with(c.division, area))
            from held), false)
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [
      'deals_with_claim(text, text)',
      'needs_account(text, text, text)',
      'needs_contact(text, text)',
    ]) {
      await runner.query(`drop function identity.${name}`);
    }
  }
}
