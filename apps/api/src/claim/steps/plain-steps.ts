import {
  initialEntitlement,
  NO_LISTS,
  PLAIN_STEPS,
  REASONED_STEPS,
  type ActionTold,
  type ClaimCommand,
  type ClaimState,
  type Decision,
  type Moments,
  type PlainDate,
  type PlainStep,
  type Readings,
  type ReasonedClaimCommand,
} from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable, type Provider, type Type } from '@nestjs/common';
import type { Command } from '@nestjs/cqrs';
import { Clock } from '../../clock/clock.js';
import type { Outcome } from '../../command/outcome.js';
import { recordedAtOf } from '../../command/recorded-at.js';
import type { Records } from '../../command/records.js';
import { exclusionsOf } from '../../exclusion/exclusion-records.js';
import { Law } from '../../policy/law/law.js';
import type { DecidedStepParts, StepDecision } from './claim-step.js';
import { stepToldNothing, stepToldReason } from './told.js';

const NOTHING_TOLD = new Map(
  [...PLAIN_STEPS].map(([action, step]) => [action, stepToldNothing(action, decisionOf(step))]),
);
const REASON_TOLD = new Map(
  [...REASONED_STEPS].map(([action, step]) => [action, stepToldReason(action, decisionOf(step))]),
);

/** Steps that rest on nothing but what casework says they read: the API has not a word about any of them. */
export const plainStepProviders: readonly Provider[] = [...NOTHING_TOLD.values(), ...REASON_TOLD.values()].flatMap(
  ({ providers }) => providers,
);

/** Such a step that is told nothing. @throws Error where more than that is read for it. */
export function plainStep(action: ActionTold<'nothing'>): DecidedStepParts<ClaimCommand> {
  return found(NOTHING_TOLD, action);
}

/** Such a step that is told why. @throws Error where more than that is read for it. */
export function reasonedStep(action: ActionTold<'reason'>): DecidedStepParts<ReasonedClaimCommand> {
  return found(REASON_TOLD, action);
}

/** What sends such a step that is told nothing. @throws Error where more than that is read for it. */
export function plainCommand(action: ActionTold<'nothing'>, request: ClaimCommand): Command<Outcome> {
  return new (plainStep(action).Command)(request);
}

/** What sends such a step that is told why. @throws Error where more than that is read for it. */
export function reasonedCommand(action: ActionTold<'reason'>, request: ReasonedClaimCommand): Command<Outcome> {
  return new (reasonedStep(action).Command)(request);
}

function found<Action, Parts>(steps: ReadonlyMap<Action, Parts>, action: Action): Parts {
  const parts = steps.get(action);
  if (parts === undefined) throw new Error(`${String(action)} is no plain step.`);
  return parts;
}

function decisionOf<Request extends ClaimCommand>(step: PlainStep<Request>): Type<StepDecision<Request>> {
  @Injectable()
  class PlainDecision implements StepDecision<Request> {
    constructor(
      private readonly law: Law,
      private readonly clock: Clock,
    ) {}

    async decide(records: Records, command: Request): Promise<Decision<DomainEvent>> {
      const claim = await records.claimWithPayments(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      return step.decide({
        command,
        claim,
        catalogue,
        ...(await readingsOf(step, records, claim, catalogue, command.on)),
        moments: await momentsOf(records, claim, this.clock),
      });
    }
  }
  return PlainDecision;
}

/** When the last act on a claim was recorded, and now by the clock that stamps the log. */
async function momentsOf(records: Records, claim: ClaimState, clock: Clock): Promise<Moments> {
  const now = clock.now().toISOString();
  return {
    now,
    actedAt: claim === null ? now : recordedAtOf(await records.eventsOf(claim.id), claim.lastAct.commandId),
  };
}

async function readingsOf(
  { reads }: Pick<PlainStep<never>, 'reads'>,
  records: Records,
  claim: ClaimState,
  catalogue: Catalogue,
  on: PlainDate,
): Promise<Omit<Readings, 'moments'>> {
  const [evidence, lists, exclusions, entitlement] = await Promise.all([
    reads.includes('evidence') ? records.evidence(claim, catalogue) : [],
    reads.includes('lists') ? records.listsOf(claim) : NO_LISTS,
    reads.includes('exclusions') ? exclusionsOf(records, claim, catalogue, { step: 'acceptance', on }) : [],
    reads.includes('entitlement') && claim !== null ? records.entitlement(claim.uscc) : initialEntitlement,
  ]);
  const [statuses, former] = await Promise.all([
    records.contestants(claim, evidence, catalogue),
    records.formerClaims(claim, evidence),
  ]);
  return { evidence, statuses, former, lists, exclusions, entitlement };
}
