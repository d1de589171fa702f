import { officePrefix } from '@duixian/policy';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { badInput } from '../graphql/errors.js';
import { Divisions } from './divisions.js';

/** Reads divisions by which lists are narrowed. */
@Injectable()
export class DivisionFilter {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly divisions: Divisions,
  ) {}

  /**
   * The code that a list of the city is narrowed to; null = it is not. One of another city, or that neither the
   * list of divisions nor any enterprise or claim of the city has, finds nothing: it is refused.
   *
   * @throws GraphQLError `BAD_USER_INPUT`
   */
  async check(tenant: string, code: string | null | undefined, field: string): Promise<string | null> {
    if (code == null) return null;
    const isAbove = officePrefix(tenant).startsWith(officePrefix(code));
    const isInside = code.startsWith(officePrefix(tenant));
    if ((isAbove || isInside) && (this.divisions.has(code) || (await this.isInUse(tenant, code)))) return code;
    throw badInput(field, {
      zh: `${field}：${code}不是本市（${tenant}）的行政区划代码，请填写本市或所辖县（市、区）的代码。`,
      en: `${field}: ${code} is no division of this city (${tenant}): state its code, or that of a county or district in it.`,
    });
  }

  /** The codes that it stands for on record; null = the list is not narrowed, or to all of the city. */
  async codesOf(tenant: string, code: string | null | undefined, field: string): Promise<string[] | null> {
    const checked = await this.check(tenant, code, field);
    return checked === null ? null : this.divisions.codesIn(checked);
  }

  private async isInUse(tenant: string, code: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `select from read.enterprise where tenant = $1 and division = $2
        union all
       select from read.claim_tally where tenant = $1 and division = $2 limit 1`,
      [tenant, code],
    );
    return rowCount === 1;
  }
}
