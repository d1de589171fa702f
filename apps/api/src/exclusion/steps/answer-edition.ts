import { decideEditionAnswer, type CaseworkDecision } from '@duixian/casework';
import type { AnswerTo } from '@duixian/casework/proposals';
import { Injectable } from '@nestjs/common';
import { proposalAnswers, type AnswerDecision } from '../../command/proposal-answers.js';
import type { Records } from '../../command/records.js';
import { Law } from '../../policy/law/law.js';
import { registerBook } from '../exclusion-records.js';
import { RegisterAnswer, RegisterEditionResult } from '../register-answer.js';
import { OfEditionInput } from './register.input.js';

@Injectable()
class EditionDecision implements AnswerDecision<'REGISTER_EDITION'> {
  constructor(private readonly law: Law) {}

  async decide(records: Records, command: AnswerTo<'REGISTER_EDITION'>): Promise<CaseworkDecision> {
    const rule = this.law.places.registers.find(command.tenant, command.register);
    return decideEditionAnswer({ command, rule, book: await registerBook(records, command.register) });
  }
}

export const editionAnswers = proposalAnswers('REGISTER_EDITION', {
  name: 'answerRegisterEdition',
  decision: EditionDecision,
  input: OfEditionInput,
  result: () => RegisterEditionResult,
  by: RegisterAnswer,
  shown: (by, context, { register, edition }, outcome) => by.edition(context, register, edition, outcome),
});
