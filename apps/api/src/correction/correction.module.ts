import { Module } from '@nestjs/common';
import { CorrectionAnswer } from './correction-answer.js';
import { CorrectionList } from './list/correction-list.js';
import { CorrectionsResolver } from './list/corrections.resolver.js';
import { ProposeCorrectionHandler, ProposeCorrectionResolver } from './propose/propose-correction.js';
import { correctionAnswers } from './steps/answer-correction.js';
import { WronglyRecorded } from './wrongly-recorded.js';

const steps = [ProposeCorrectionHandler, ProposeCorrectionResolver, ...correctionAnswers.providers];

/** What two administrators put in place of an event that nobody can read. */
@Module({ providers: [...steps, CorrectionsResolver, CorrectionAnswer, CorrectionList, WronglyRecorded] })
export class CorrectionModule {}
