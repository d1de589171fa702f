import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import type { Command } from '../../common/actor.js';
import { accepted, event, refused } from '../../common/decision.js';
import { refusal, type Refusal } from '../../common/refusal.js';
import { claimStream } from '../../common/streams.js';
import type { Claim, ClaimState } from '../claim.js';
import type { Escalation } from '../deadline/deadline-schema.js';
import { deadlinesOf } from '../deadline/deadlines.js';
import { measureOf } from '../measures.js';
import { openSteps } from '../route.js';
import { claimNotFound } from '../standing.js';
import { CLAIM_ACTIONS, stepOf } from '../steps.js';

/**
 * 超期上报: what is overdue of a claim and was not reported yet is reported to the superior whom the city names for the
 * office that has to act. Once for each limit; nothing is blocked by it.
 */
export function decideEscalation(input: {
  readonly command: Command & { readonly claim: string };
  readonly claim: ClaimState;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, claim, catalogue } = input;
  if (claim === null) return refused(claimNotFound());
  const escalations = overdueOf(claim, command.on, catalogue);
  if (escalations.length === 0) return refused(nothingToReport());
  const events = escalations.map((each) => event(command, 'DeadlineEscalated', each));
  return accepted([{ stream: claimStream(claim.id), events }]);
}

function overdueOf(claim: Claim, on: string, catalogue: Catalogue): Escalation[] {
  const deadlines = deadlinesOf(claim.clocks, on);
  const { office, department } = waitsFor(claim, catalogue);
  const { division } = measureOf(catalogue, claim.measure).policy;
  const superior = office === null ? null : catalogue.places.limits.superiorOf(division, office, department);
  if (deadlines === null || office === null || superior === null) return [];
  return [deadlines.step, deadlines.whole].flatMap((deadline): Escalation[] => {
    if (deadline?.light !== 'overdue' || deadline.due.is !== 'known' || deadline.escalatedTo !== null) return [];
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

/** The office that has to act on the claim; null where that is the enterprise, or nobody. */
function waitsFor(
  { status, measure, route }: Claim,
  catalogue: Catalogue,
): { readonly office: Escalation['office'] | null; readonly department: string | null } {
  if (status === 'instructed') return { office: 'treasury', department: null };
  if (status === 'returned') return { office: null, department: null };
  const [onRoute] = status === 'accepted' && route !== null ? openSteps(route) : [];
  if (onRoute !== undefined) return { office: onRoute.office.role, department: onRoute.office.department };
  const steps = CLAIM_ACTIONS.map(stepOf);
  const office = steps.find(({ forwardFrom }) => forwardFrom === status)?.from[status] ?? null;
  const department = office === 'reviewer' ? measureOf(catalogue, measure).clause.departments.lead : null;
  return { office, department };
}

function nothingToReport(): Refusal {
  return refusal('ALREADY_DECIDED', {
    zh: '没有须上报的超期事项。',
    en: 'Nothing of it is overdue that was not reported.',
  });
}
