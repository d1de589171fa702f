import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { Answer } from '../command/answer.js';
import type { Outcome } from '../command/outcome.js';
import type { GraphqlContext } from '../graphql/context.js';
import {
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
  type Refusal,
} from '../graphql/refusal/refusal.js';
import { DocumentRounds } from './read/round.type.js';
import { ShownRounds } from './read/shown-rounds.js';

/** What every step on a round answers. */
export const RoundResult = createUnionType({
  name: 'RoundResult',
  description: 'The rounds of the document as they stand afterwards, or why nothing was recorded.',
  types: () => [DocumentRounds, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

export type RoundsOrRefusal = DocumentRounds | Refusal;

/** Answers a mutation with the rounds of the document as they stand after it. */
@Injectable()
export class RoundAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly shown: ShownRounds,
  ) {}

  to(context: GraphqlContext, policy: string, outcome: Outcome): Promise<RoundsOrRefusal> {
    return this.answer.to(context, outcome, () => this.shown.document(context, policy));
  }
}
