import { parseListNumber } from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { Answer } from '../command/answer.js';
import type { Outcome } from '../command/outcome.js';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import {
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
  type Refusal,
} from '../graphql/refusal/refusal.js';
import { actorOf } from '../identity/actor.js';
import { Positions } from '../log/positions.js';
import { RecognitionLists } from './read/recognition-rows.js';
import { RecognitionList } from './read/recognition.type.js';
import { toRecognitionList } from './read/to-recognition.js';

/** What every step on a list of recognitions answers. */
export const RecognitionResult = createUnionType({
  name: 'RecognitionResult',
  description: 'The list as it stands afterwards, or why nothing was recorded.',
  types: () => [RecognitionList, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

export type RecognitionListOrRefusal = RecognitionList | Refusal;

/** Answers a mutation with the list as it stands after it. */
@Injectable()
export class RecognitionAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly lists: RecognitionLists,
    private readonly positions: Positions,
  ) {}

  /** @param document its number as typed in; the decision has accepted it, so that it can be read. */
  to(context: GraphqlContext, document: string, outcome: Outcome): Promise<RecognitionListOrRefusal> {
    return this.answer.to(context, outcome, async () => {
      const number = parseListNumber(document);
      const row = number.ok ? await this.lists.load(context, number.value) : null;
      if (row === null) return null;
      const user = userOf(context);
      return toRecognitionList(row, actorOf(user), (await this.positions.of(user.tenant)).today);
    });
  }
}
