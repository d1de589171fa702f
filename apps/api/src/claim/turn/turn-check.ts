import {
  actingFor,
  recordedFor,
  recusedFrom,
  type ClaimAction,
  type ClaimCommand,
  type Decision,
} from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import type { Records } from '../../command/records.js';
import { Law } from '../../policy/law/law.js';
import { Colleagues } from '../assignment/colleagues.js';

/** Holds a step to whose turn it is, and records for whom it is taken. */
@Injectable()
export class TurnCheck {
  constructor(
    private readonly law: Law,
    private readonly officials: Colleagues,
  ) {}

  /** The decision, with for whom its sender stands in (代办), or why he may not. */
  async bind(
    action: ClaimAction,
    records: Records,
    command: ClaimCommand & { readonly step?: string },
    decided: Promise<Decision<DomainEvent>>,
  ): Promise<Decision<DomainEvent>> {
    const [claim, assignee, decision] = await Promise.all([
      records.claim(command.claim),
      records.assignee(command.claim),
      decided,
    ]);
    const { actor, tenant, on, step } = command;
    if (!decision.ok || claim === null || assignee === null || assignee.userId === actor.userId) return decision;
    const [known, given, recusals] = await Promise.all([
      this.officials.find(tenant, assignee.userId),
      records.delegationsOf(assignee.userId),
      records.recusalsOf(assignee.userId),
    ]);
    // What he takes no part in is the office's again, and nobody takes part in it for him.
    if (recusedFrom(recusals, { claim: claim.id, uscc: claim.uscc }) !== undefined) return decision;
    // What he was given before he came to his present office is the office's again.
    const absent = known !== null && known.movedAt < assignee.givenAt ? known.actor : null;
    const catalogue = this.law.ofClaim(tenant, claim);
    const context = { on, catalogue, evidence: [], ...(step === undefined ? {} : { step }) };
    const acting = actingFor(action, { claim, actor, absent, given, context });
    return acting.ok ? recordedFor(decision, acting.for) : acting;
  }
}
