import { isInArea, refusal, type Refusal } from '@duixian/casework';
import type { Measure } from '@duixian/policy';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { isLedBy, measuresOf } from '../../claim/list/duties.js';
import { POOL } from '../../database/database.module.js';
import { actorOf } from '../../identity/actor.js';
import type { CurrentUser } from '../../identity/current-user.js';
import type { Role } from '../../identity/permission.js';
import { Law } from '../../policy/law/law.js';

const WITH_FINANCE = ['reviewed', 'determined', 'publicised', 'instructed'];

/**
 * Whose open work needs to know how an enterprise is reached, and where its money goes: the window of its county; the
 * department while a claim waits for its review; finance while one waits for its determination, its publicity or its
 * instruction; the treasury while it has an open instruction; an auditor always.
 */
@Injectable()
export class OpenWork {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly law: Law,
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
        return this.hasClaim(user, uscc, ['accepted'], measuresOf(user, this.law.known).filter(isLedBy(user)));
      case 'finance':
        return this.hasClaim(user, uscc, WITH_FINANCE, measuresOf(user, this.law.known));
      case 'treasury':
        return this.hasPayment(user, uscc, proposal);
      case 'system-administrator':
      case 'security-administrator':
      case 'audit-administrator':
        return false;
    }
  }

  private async isOfCounty(user: CurrentUser, uscc: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ division: string }>(
      'select division from read.enterprise where tenant = $1 and uscc = $2',
      [user.tenant, uscc],
    );
    return rows.some(({ division }) => isInArea(actorOf(user), division));
  }

  private async hasClaim(
    { tenant }: CurrentUser,
    uscc: string,
    statuses: readonly string[],
    measures: readonly Measure[],
  ): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'select 1 from read.claim where tenant = $1 and uscc = $2 and status = any ($3) and measure = any ($4) limit 1',
      [tenant, uscc, statuses, measures.map(({ id }) => id)],
    );
    return rowCount === 1;
  }

  private async hasPayment({ tenant, reach }: CurrentUser, uscc: string, proposal: string | null): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `select 1 from read.payment
        where tenant = $1 and uscc = $2 and payer = any ($3) and status = 'instructed'
          and ($4::text is null or account ->> 'proposal' = $4) limit 1`,
      [tenant, uscc, reach.divisions, proposal],
    );
    return rowCount === 1;
  }
}
