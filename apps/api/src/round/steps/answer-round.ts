import { decideRoundAnswer, type CaseworkDecision } from '@duixian/casework';
import type { AnswerTo } from '@duixian/casework/proposals';
import { Injectable } from '@nestjs/common';
import { proposalAnswers, type AnswerDecision } from '../../command/proposal-answers.js';
import type { Records } from '../../command/records.js';
import { RoundAnswer, RoundResult } from '../round-answer.js';

@Injectable()
class RoundDecision implements AnswerDecision<'ROUND'> {
  async decide(records: Records, command: AnswerTo<'ROUND'>): Promise<CaseworkDecision> {
    return decideRoundAnswer({ command, book: await records.rounds(command.policy) });
  }
}

export const roundAnswers = proposalAnswers('ROUND', {
  name: 'answerRound',
  decision: RoundDecision,
  result: () => RoundResult,
  by: RoundAnswer,
  shown: (by, context, { policy }, outcome) => by.to(context, policy, outcome),
});
