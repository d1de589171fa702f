import {
  claimNotFound,
  recusedRefusal,
  type Actor,
  type Claim as ClaimState,
  type Refusal,
  type StepContext,
} from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { actorOf } from '../../identity/actor.js';
import { nothingThere } from '../../log/action-at.js';
import { Positions } from '../../log/positions.js';
import { Law } from '../../policy/law/law.js';
import { RecusalsOfClaim } from '../../recusal/recusals-of-claim.js';
import { ClaimFiles } from './claim-files.js';

/** What casework says of somebody who would do something with a claim that is no step on it; null where he may. */
export type ClaimRule = (claim: ClaimState, actor: Actor, context: StepContext) => Refusal | null;

/** Why the official who asks does not do something with a claim now, as the command of it would be refused. */
@Injectable()
export class ClaimRefusals {
  constructor(
    private readonly claims: ClaimFiles,
    private readonly recusals: RecusalsOfClaim,
    private readonly law: Law,
    private readonly clock: Clock,
    private readonly positions: Positions,
  ) {}

  /** Null where he may; of the past nobody does anything. */
  async by(rule: ClaimRule, context: GraphqlContext, id: string): Promise<Bilingual | null> {
    const user = userOf(context);
    const at = await this.positions.of(user.tenant);
    if (at.isPast) return nothingThere(at);
    const file = await this.claims.load(context, id);
    if (file === null) return claimNotFound().message;
    const catalogue = this.law.ofClaim(user.tenant, file.claim);
    const refusal = rule(file.claim, actorOf(user), { on: this.clock.today(), catalogue, evidence: [] });
    if (refusal !== null) return refusal.message;
    const recusal = await this.recusals.keeping(context, id, user.id);
    return recusal === undefined ? null : recusedRefusal(recusal).message;
  }
}
