import { decideMoveAnswer, type CaseworkDecision } from '@duixian/casework';
import type { AnswerTo } from '@duixian/casework/proposals';
import { Injectable } from '@nestjs/common';
import { proposalAnswers, type AnswerDecision } from '../../command/proposal-answers.js';
import type { Records } from '../../command/records.js';
import { SHOWN_WITH_ENTERPRISE } from '../enterprise-proposal.result.js';

@Injectable()
class MoveDecision implements AnswerDecision<'MOVE'> {
  async decide(records: Records, command: AnswerTo<'MOVE'>): Promise<CaseworkDecision> {
    return decideMoveAnswer({ command, enterprise: await records.enterprise(command.uscc) });
  }
}

export const moveAnswers = proposalAnswers('MOVE', {
  name: 'answerMove',
  decision: MoveDecision,
  ...SHOWN_WITH_ENTERPRISE,
});
