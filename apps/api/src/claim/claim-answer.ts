import { Injectable } from '@nestjs/common';
import { Answer } from '../command/answer.js';
import type { Outcome } from '../command/outcome.js';
import type { GraphqlContext } from '../graphql/context.js';
import type { Refusal } from '../graphql/refusal/refusal.js';
import type { Claim } from './read/claim.type.js';
import { ClaimsById } from './read/claims-by-id.js';
import { toClaim } from './read/to-claim.js';

export type ClaimOrRefusal = Claim | Refusal;

/** Answers a mutation with the claim as it stands after it. */
@Injectable()
export class ClaimAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly claims: ClaimsById,
  ) {}

  to(context: GraphqlContext, id: string, outcome: Outcome): Promise<ClaimOrRefusal> {
    return this.answer.to(context, outcome, async () => {
      const row = await this.claims.load(context, id);
      return row === null ? null : toClaim(row);
    });
  }
}
