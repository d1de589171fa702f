import type { Measure } from '@duixian/policy';
import { Injectable } from '@nestjs/common';
import { isLedBy, measuresOf } from '../../claim/list/duties.js';
import type { CurrentUser } from '../../identity/current-user.js';
import type { Role } from '../../identity/permission.js';
import type { Office } from '../../request/request-scope.js';
import { Law } from './law.js';

/** What PostgreSQL is told of whoever asks: documents say whose clause it is, and no table. */
@Injectable()
export class Offices {
  constructor(private readonly law: Law) {}

  of(user: CurrentUser): Office {
    const { id, division, roles, reach } = user;
    const clauses = roles.flatMap((role) => this.clausesOf(user, role).map((measure) => `${role} ${measure.id}`));
    return { id, division, roles, reach, clauses };
  }

  private clausesOf(user: CurrentUser, role: Role): readonly Measure[] {
    if (role === 'finance') return measuresOf(user, this.law.known);
    return role === 'reviewer' ? measuresOf(user, this.law.known).filter(isLedBy(user)) : [];
  }
}
