import { Injectable } from '@nestjs/common';
import { Divisions } from '../../division/divisions.js';
import type { CurrentUser } from '../../identity/current-user.js';
import type { At } from '../../log/at.js';
import { Law } from '../../policy/law/law.js';
import { OwnRecusals } from '../../recusal/own-recusals.js';
import { CityRounds } from '../../round/read/city-rounds.js';
import { dutiesOf, type Duty } from './duties.js';

/** What an official's offices let him do next, at a position. */
@Injectable()
export class OwnDuties {
  constructor(
    private readonly law: Law,
    private readonly divisions: Divisions,
    private readonly rounds: CityRounds,
    private readonly recusals: OwnRecusals,
  ) {}

  async of(user: CurrentUser, at: At): Promise<Duty[]> {
    const duties = dutiesOf(user, this.law.known, this.divisions.codesIn(user.division), at.today);
    if (duties.length === 0) return duties;
    const determines = duties.some(({ action }) => action === 'DETERMINE');
    const [recused, notOver] = await Promise.all([
      this.recusals.of(user, at),
      determines ? this.rounds.notOver(user.tenant, at) : [],
    ]);
    return duties.map((duty) => ({ ...duty, recused, ...(duty.action === 'DETERMINE' && { not_before: notOver }) }));
  }
}
