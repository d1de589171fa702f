import { decideAgreement, decideCorrectionWithdrawal, decideObjection } from '@duixian/casework';
import type { AnswerTo } from '@duixian/casework/proposals';
import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { executedAnswers, type AnswerExecution } from '../../command/proposal-answers.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { CorrectionAnswer } from '../correction-answer.js';
import { CorrectionShown } from '../correction.type.js';
import { WronglyRecorded } from '../wrongly-recorded.js';

function resultOf(name: string): object {
  return createUnionType({
    name,
    description: 'The correction as it stands afterwards, or why nothing was recorded.',
    types: () => [CorrectionShown, InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain] as const,
  });
}

const RESULTS = {
  agree: resultOf('AgreeToCorrectionResult'),
  refuse: resultOf('RefuseCorrectionResult'),
  withdraw: resultOf('WithdrawCorrectionResult'),
};

const NAMES = { agree: 'agreeToCorrection', refuse: 'refuseCorrection', withdraw: 'withdrawCorrection' };

@Injectable()
class CorrectionAnswering implements AnswerExecution<'CORRECTION'> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly wronglyRecorded: WronglyRecorded,
  ) {}

  execute({ answer, ...named }: AnswerTo<'CORRECTION'>): Promise<Outcome> {
    const request = answer.kind === 'refuse' ? { ...named, reason: answer.reason } : named;
    return this.runner.run(NAMES[answer.kind], request, async (records, command) => {
      const wrong = await this.wronglyRecorded.at(command.tenant, command.position);
      const correction = wrong === null ? null : await records.correction(wrong.event);
      switch (answer.kind) {
        case 'agree':
          return decideAgreement({ command, correction });
        case 'refuse':
          return decideObjection({ command: { ...command, reason: answer.reason }, correction });
        case 'withdraw':
          return decideCorrectionWithdrawal({ command, correction });
      }
    });
  }
}

export const correctionAnswers = executedAnswers('CORRECTION', {
  execution: CorrectionAnswering,
  result: (said) => RESULTS[said],
  by: CorrectionAnswer,
  shown: (by, context, { position }, outcome) => by.to(context, position, outcome),
});
