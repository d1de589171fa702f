import { Module } from '@nestjs/common';
import { AgreeToCorrectionHandler, AgreeToCorrectionResolver } from './steps/agree-to-correction.js';
import { CorrectionAnswer } from './correction-answer.js';
import { CorrectionList } from './list/correction-list.js';
import { CorrectionsResolver } from './list/corrections.resolver.js';
import { ProposeCorrectionHandler, ProposeCorrectionResolver } from './propose/propose-correction.js';
import { RefuseCorrectionHandler, RefuseCorrectionResolver } from './steps/refuse-correction.js';
import { WithdrawCorrectionHandler, WithdrawCorrectionResolver } from './steps/withdraw-correction.js';
import { WronglyRecorded } from './wrongly-recorded.js';

const handlers = [
  ProposeCorrectionHandler,
  AgreeToCorrectionHandler,
  RefuseCorrectionHandler,
  WithdrawCorrectionHandler,
];

const resolvers = [
  ProposeCorrectionResolver,
  AgreeToCorrectionResolver,
  RefuseCorrectionResolver,
  WithdrawCorrectionResolver,
  CorrectionsResolver,
];

/** What two administrators put in place of an event that nobody can read. */
@Module({ providers: [...handlers, ...resolvers, CorrectionAnswer, CorrectionList, WronglyRecorded] })
export class CorrectionModule {}
