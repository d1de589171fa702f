import {
  departmentAgreementRefusal,
  departmentsStream,
  foldDepartments,
  objectionRefusal,
  parseDepartmentEvent,
  proposalStanding,
  withdrawalRefusal,
  type DepartmentProposal,
} from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';
import { Divisions } from '../division/divisions.js';
import { actorOf } from '../identity/actor.js';
import type { CurrentUser } from '../identity/current-user.js';
import { isPermitted } from '../identity/permission.js';
import { Positions } from '../log/positions.js';
import { DepartmentChangeShown } from './department-change.type.js';

/** Changes shown: the latest. A city has a handful in a year. */
export const CHANGES_MAX = 200;

/** What was proposed of a city's departments, read from the log at the position at which the request is answered. */
@Injectable()
export class DepartmentChangeList {
  constructor(
    private readonly store: EventStore,
    private readonly divisions: Divisions,
    private readonly positions: Positions,
  ) {}

  /** The newest first. */
  async of(user: CurrentUser, division: string | null): Promise<DepartmentChangeShown[]> {
    const { position, isPast, today } = await this.positions.of(user.tenant);
    const { events } = await this.store.readStream(user.tenant, departmentsStream(user.tenant));
    const { proposals } = foldDepartments(events.filter((each) => each.position <= position).map(parseDepartmentEvent));
    return proposals
      .filter(({ change }) => division === null || change.division === division)
      .slice(-CHANGES_MAX)
      .toReversed()
      .map((each) => this.toShown(each, user, today, isPast));
  }

  private toShown(proposed: DepartmentProposal, user: CurrentUser, today: string, isPast: boolean) {
    const { proposal, change, reason, proposedBy, answeredBy } = proposed;
    const { division, ...what } = change;
    const actor = actorOf(user);
    const may = !isPast && isPermitted(user.roles, 'department.change');
    return Object.assign(new DepartmentChangeShown(), {
      ...{ id: proposal.id, ...what, reason, proposedOn: proposal.proposedOn, opensUntil: proposal.opensUntil },
      division: this.divisions.get(division),
      standing: proposalStanding(proposal, today),
      proposedBy: proposedBy.displayName,
      answeredBy: answeredBy?.displayName ?? null,
      answeredOn: proposal.answer?.on ?? null,
      refusedBecause: proposal.answer?.kind === 'refused' ? proposal.answer.reason : null,
      canAgree: may && departmentAgreementRefusal(proposed, actor, today) === null,
      canRefuse: may && objectionRefusal(proposal, actor, today) === null,
      canWithdraw: may && withdrawalRefusal(proposal, actor, today) === null,
    });
  }
}
