import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import type { Command } from '../../common/actor.js';
import { accepted, event, refused } from '../../common/decision.js';
import { refusal, type Refusal } from '../../common/refusal.js';
import { claimStream } from '../../common/streams.js';
import type { Claim, ClaimState } from '../claim.js';
import type { Escalation } from '../deadline/deadline-schema.js';
import { deadlinesOf, routeDeadlinesOf, type Deadline } from '../deadline/deadlines.js';
import { measureOf } from '../measures.js';
import { openSteps } from '../route.js';
import { claimNotFound } from '../standing.js';
import { CLAIM_ACTIONS, stepOf } from '../steps.js';

/**
 * 超期上报: what is overdue of a claim and was not reported yet is reported to the superior whom the city names for the
 * office that has to act. Once for each limit; nothing is blocked by it. Whose account is shut hears of nothing.
 */
export function decideEscalation(input: {
  readonly command: Command & { readonly claim: string };
  readonly claim: ClaimState;
  readonly catalogue: Catalogue;
  /** User names of those superiors whose accounts are open. */
  readonly accounts: ReadonlySet<string>;
}): CaseworkDecision {
  const { command, claim } = input;
  if (claim === null) return refused(claimNotFound());
  const escalations = overdueOf(claim, command.on, input);
  if (escalations.length === 0) return refused(nothingToReport());
  const events = escalations.map((each) => event(command, 'DeadlineEscalated', each));
  return accepted([{ stream: claimStream(claim.id), events }]);
}

function overdueOf(
  claim: Claim,
  on: string,
  { catalogue, accounts }: { readonly catalogue: Catalogue; readonly accounts: ReadonlySet<string> },
): Escalation[] {
  const deadlines = deadlinesOf(claim.clocks, on);
  const waiting = waitsFor(claim, catalogue);
  const due: Due[] = [
    ...routeDeadlinesOf(claim.clocks, on).map((deadline) => ({ deadline, ...deadline.office })),
    ...[deadlines?.step ?? null, deadlines?.whole ?? null].flatMap((deadline): Due[] =>
      deadline === null || waiting === null ? [] : [{ deadline, ...waiting }],
    ),
  ];
  return due.flatMap(({ deadline, role: office, division, department }): Escalation[] => {
    if (deadline.light !== 'overdue' || deadline.due.is !== 'known' || deadline.escalatedTo !== null) return [];
    const superior = catalogue.places.limits.superiorOf(division, office, department, (each) => accounts.has(each));
    if (superior === null) return [];
    const { name, account = null } = superior;
    return [
      {
        limit: deadline.attempt === null ? 'whole' : 'step',
        attempt: deadline.attempt,
        dueOn: deadline.due.day,
        office,
        department,
        superior: { name, account },
      },
    ];
  });
}

/** A limit, and the office in whose hands it is. */
interface Due extends Waiting {
  readonly deadline: Deadline;
}

interface Waiting {
  readonly role: Escalation['office'];
  readonly division: string;
  /** Of a reviewer. */
  readonly department: string | null;
}

/** The office that has to act on the claim; null where that is the enterprise, or nobody. */
function waitsFor({ status, measure, route }: Claim, catalogue: Catalogue): Waiting | null {
  const { policy, clause } = measureOf(catalogue, measure);
  const { division } = policy;
  if (status === 'instructed') return { role: 'treasury', division, department: null };
  if (status === 'returned') return null;
  const [onRoute] = status === 'accepted' && route !== null ? openSteps(route) : [];
  if (onRoute !== undefined) return onRoute.office;
  const steps = CLAIM_ACTIONS.map(stepOf);
  const role = steps.find(({ forwardFrom }) => forwardFrom === status)?.from[status];
  if (role === undefined) return null;
  return { role, division, department: role === 'reviewer' ? clause.departments.lead : null };
}

function nothingToReport(): Refusal {
  return refusal('ALREADY_DECIDED', {
    zh: '没有须上报的超期事项。',
    en: 'Nothing of it is overdue that was not reported.',
  });
}
