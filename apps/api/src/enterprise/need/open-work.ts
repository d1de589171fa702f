import { liesIn, refusal, type Refusal } from '@duixian/casework';
import { Catalogue } from '@duixian/policy';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import type { CurrentUser } from '../../identity/current-user.js';
import type { Role } from '../../identity/permission.js';

/**
 * Whose open work needs to know how an enterprise is reached, and where its money goes: the window of its county; the
 * department while a claim waits for its review; finance while one waits for its determination, its publicity or its
 * instruction; the treasury while it has an open instruction; an auditor always.
 */
@Injectable()
export class OpenWork {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly catalogue: Catalogue,
  ) {}

  async needsContact(user: CurrentUser, uscc: string): Promise<boolean> {
    for (const role of user.roles) if (await this.isNeeded(role, user, uscc, null)) return true;
    return false;
  }

  /** A treasury needs the account that its own instruction names; the department that reviews needs none. */
  async needsAccount(user: CurrentUser, uscc: string, proposal: string): Promise<boolean> {
    for (const role of user.roles) {
      if (role !== 'reviewer' && (await this.isNeeded(role, user, uscc, proposal))) return true;
    }
    return false;
  }

  noNeed(): Refusal {
    return refusal('NOT_YOUR_OFFICE', {
      zh: '您目前没有需要该企业联系方式或账号的在办事项，因此不能查看。',
      en: 'None of your open work needs the contact or the account of this enterprise.',
    });
  }

  private async isNeeded(role: Role, user: CurrentUser, uscc: string, proposal: string | null): Promise<boolean> {
    switch (role) {
      case 'auditor':
        return true;
      case 'clerk':
        return this.isOfCounty(user, uscc);
      case 'reviewer':
        return this.hasClaim(user, uscc, ['accepted'], user.department);
      case 'finance':
        return this.hasClaim(user, uscc, ['reviewed', 'determined', 'publicised', 'instructed'], null);
      case 'treasury':
        return this.hasPayment(user, uscc, proposal);
      case 'system-administrator':
      case 'security-administrator':
      case 'audit-administrator':
        return false;
    }
  }

  private async isOfCounty({ tenant, division }: CurrentUser, uscc: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ division: string }>(
      'select division from read.enterprise where tenant = $1 and uscc = $2',
      [tenant, uscc],
    );
    return rows.some((row) => liesIn(row.division, division));
  }

  private async hasClaim(
    { tenant, division }: CurrentUser,
    uscc: string,
    statuses: readonly string[],
    lead: string | null,
  ): Promise<boolean> {
    const measures = this.catalogue
      .measures()
      .filter(
        ({ policy, clause }) => policy.division === division && (lead === null || clause.departments.lead === lead),
      )
      .map(({ id }) => id);
    const { rowCount } = await this.pool.query(
      'select 1 from read.claim where tenant = $1 and uscc = $2 and status = any ($3) and measure = any ($4) limit 1',
      [tenant, uscc, statuses, measures],
    );
    return rowCount === 1;
  }

  private async hasPayment({ tenant, division }: CurrentUser, uscc: string, proposal: string | null): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `select 1 from read.payment
        where tenant = $1 and uscc = $2 and payer = $3 and status = 'instructed'
          and ($4::text is null or account ->> 'proposal' = $4) limit 1`,
      [tenant, uscc, division, proposal],
    );
    return rowCount === 1;
  }
}
