import { decideRegistrationAnswer, type CaseworkDecision } from '@duixian/casework';
import type { AnswerTo } from '@duixian/casework/proposals';
import { Injectable } from '@nestjs/common';
import { proposalAnswers, type AnswerDecision } from '../../command/proposal-answers.js';
import type { Records } from '../../command/records.js';
import { Law } from '../../policy/law/law.js';
import { RegistrationAnswer, RegistrationResult } from './registration-answer.js';

@Injectable()
class RegistrationDecision implements AnswerDecision<'REGISTRATION'> {
  constructor(private readonly law: Law) {}

  async decide(records: Records, command: AnswerTo<'REGISTRATION'>): Promise<CaseworkDecision> {
    const recorded = await records.registration(command.uscc);
    return decideRegistrationAnswer({ command, ...recorded, places: this.law.places });
  }
}

export const registrationAnswers = proposalAnswers('REGISTRATION', {
  name: 'answerRegistration',
  decision: RegistrationDecision,
  result: () => RegistrationResult,
  by: RegistrationAnswer,
  shown: (by, context, { uscc }, outcome) => by.to(context, uscc, outcome),
});
