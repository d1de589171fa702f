/** A claim on a route: a first review, three departments side by side, a fourth, and a meeting for what is dear. */
import { compileRecorded, type Catalogue, type RouteTable } from '@duixian/policy';
import type { TakeStep } from '../claim/claim-command.js';
import type { ClaimEvent } from '../claim/claim-event.js';
import { foldClaim, type Claim } from '../claim/claim.js';
import { decideAcceptance } from '../claim/decide/acceptance.js';
import { decideRouteStep } from '../claim/decide/route-step.js';
import { decideSubmission } from '../claim/decide/submission.js';
import type { Actor } from '../common/actor.js';
import { metaOf } from '../common/actor.js';
import { claimStream } from '../common/streams.js';
import type { CaseworkDecision } from '../casework-event.js';
import { catalogue, CLAIM, command, enterprise, official, otherClerk, RENTAL, submission } from './fixtures.spec.js';

/** A joint review of a department. */
export const joint = (key: string, department: string) => ({
  key,
  kind: 'joint-review' as const,
  name: { zh: '联审', en: 'Joint review' },
  office: { department },
  limit: 10,
});

export const TABLE: RouteTable = {
  version: 'a'.repeat(64),
  routes: [
    {
      clauses: [RENTAL.split('/')[1] ?? ''],
      from: '2024-10-19',
      source: '示例',
      stages: [
        { steps: [joint('science', '市科技局'), joint('industry', '市工信局'), joint('planning', '市发改委')] },
        { steps: [joint('tax', '市税务局')] },
        {
          steps: [
            {
              key: 'meeting',
              kind: 'collective',
              name: { zh: '集体研究', en: 'Collective decision' },
              office: 'lead',
              when: [{ amountFrom: '3000000.00' }],
            },
          ],
        },
      ],
    },
  ],
};

export function withRoutes(table: RouteTable): Catalogue {
  return compileRecorded(catalogue.policies, catalogue.places, new Map([['quanzhou-2024-7', table]]));
}

export const routed = withRoutes(TABLE);

export const science = official('science', 'reviewer', '350500', '市科技局');
export const industry = official('industry', 'reviewer', '350500', '市工信局');
export const planning = official('planning', 'reviewer', '350500', '市发改委');
export const tax = official('tax', 'reviewer', '350500', '市税务局');
export const lead = official('lead', 'reviewer', '350500', '市数据管理局');
export const otherLead = official('other-lead', 'reviewer', '350500', '市数据管理局');

/** A claim as its events make it, followed from decision to decision. */
export class Walk {
  private readonly events: ClaimEvent[] = [];

  constructor(
    readonly rules: Catalogue = routed,
    requested = submission.requestedAmount,
  ) {
    const stated = { ...submission, requestedAmount: requested };
    const known = { closed: new Set<string>(), known: rules, sellersOnRecord: new Set<string>() };
    this.record(decideSubmission({ command: stated, claim: null, enterprise, catalogue: rules, ...known }));
  }

  get claim(): Claim {
    const claim = foldClaim(this.events);
    if (claim === null) throw new Error('It was not submitted.');
    return claim;
  }

  /** Types of what was recorded. */
  get types(): readonly string[] {
    return this.events.map(({ type }) => type);
  }

  accepted(): this {
    const papers = { evidence: [], statuses: new Map(), former: new Map() };
    const sent = { ...command(otherClerk), claim: CLAIM };
    return this.record(decideAcceptance({ command: sent, claim: this.claim, ...papers, catalogue: this.rules }));
  }

  /** What somebody says in a step is decided, and not recorded yet. */
  says(actor: Actor, step: string, change: Partial<TakeStep> = {}, rules = this.rules): CaseworkDecision {
    const said = { outcome: 'agree', opinion: '属实', conditions: null, paper: null, scores: [] } as const;
    const sent: TakeStep = { ...command(actor), claim: CLAIM, step, ...said, ...change };
    return decideRouteStep({ command: sent, claim: this.claim, catalogue: rules });
  }

  takes(actor: Actor, step: string, change: Partial<TakeStep> = {}): this {
    return this.record(this.says(actor, step, change));
  }

  /** @throws Error when the decision refuses. */
  record(decision: CaseworkDecision): this {
    if (!decision.ok) throw new Error(`${decision.refusal.code}: ${decision.refusal.message.en}`);
    const own = decision.streams.find(({ stream }) => stream === claimStream(CLAIM))?.events ?? [];
    this.events.push(...(own as ClaimEvent[]));
    return this;
  }

  /** As another decider would record it. */
  happens(actor: Actor, event: Pick<ClaimEvent, 'type' | 'data'>): this {
    this.events.push({
      ...event,
      schemaVersion: 1,
      occurredOn: command(actor).on,
      meta: metaOf(command(actor)),
    } as unknown as ClaimEvent);
    return this;
  }
}

/** The claim with all three departments agreed. */
export function threeAgreed(): Walk {
  return new Walk().accepted().takes(science, 'science').takes(industry, 'industry').takes(planning, 'planning');
}
