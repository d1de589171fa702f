import { decideRecognitionAnswer, type CaseworkDecision } from '@duixian/casework';
import type { AnswerTo } from '@duixian/casework/proposals';
import { Injectable } from '@nestjs/common';
import { proposalAnswers, type AnswerDecision } from '../../command/proposal-answers.js';
import type { Records } from '../../command/records.js';
import { RecognitionAnswer, RecognitionResult } from '../recognition-answer.js';

@Injectable()
class RecognitionDecision implements AnswerDecision<'RECOGNITION'> {
  async decide(records: Records, command: AnswerTo<'RECOGNITION'>): Promise<CaseworkDecision> {
    return decideRecognitionAnswer({ command, list: await records.recognitionList(command.list) });
  }
}

export const recognitionAnswers = proposalAnswers('RECOGNITION', {
  name: 'answerRecognition',
  decision: RecognitionDecision,
  result: () => RecognitionResult,
  by: RecognitionAnswer,
  shown: (by, context, { list }, outcome) => by.to(context, list, outcome),
});
