import {
  claimsIn,
  comesBefore,
  decideClaimMinutes,
  decideMinutes,
  meetingStep,
  type Batch,
  type Decision,
  type MinuteBatch,
} from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import { TurnCheck } from '../../claim/turn/turn-check.js';
import type { Records } from '../../command/records.js';
import { Law } from '../../policy/law/law.js';
import { askedClaims, batchOf } from '../batch-records.js';

/** What the minutes of a meeting make of one claim of a batch. */
export interface DecidedClaim {
  readonly claim: string;
  readonly decision: Decision<DomainEvent>;
}

/** Reads what the collective decision on a batch rests on, and decides it. */
@Injectable()
export class MinutesDecision {
  constructor(
    private readonly law: Law,
    private readonly turns: TurnCheck,
  ) {}

  async decide(records: Records, command: MinuteBatch): Promise<Decision<DomainEvent>> {
    const batch = await batchOf(records, command.batch);
    const decided = batch === null ? [] : await this.claims(records, command, batch);
    const measure = batch === null ? null : (this.law.known.measure(batch.measure) ?? null);
    return decideMinutes({ command, batch, measure, decided });
  }

  /** Of each claim in the batch that comes before the meeting; one that has ended is passed over. */
  async claims(records: Records, command: MinuteBatch, batch: Batch): Promise<DecidedClaim[]> {
    const [asked, recusals] = await Promise.all([
      askedClaims(records, claimsIn(batch)),
      records.recusalsOf(command.actor.userId),
    ]);
    const coming = asked.filter(({ claim }) => claim === null || comesBefore(claim));
    return Promise.all(
      coming.map(async ({ id, claim }) => {
        const catalogue = this.law.ofClaim(command.tenant, claim);
        const decision = decideClaimMinutes({ command, batch, claim, catalogue, recusals });
        const step = claim === null ? null : meetingStep(claim);
        if (step === null) return { claim: id, decision };
        const sent = { ...command, claim: id, step };
        return { claim: id, decision: await this.turns.bind('TAKE_STEP', records, sent, Promise.resolve(decision)) };
      }),
    );
  }
}
