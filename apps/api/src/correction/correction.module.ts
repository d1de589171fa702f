import { Module } from '@nestjs/common';
import { AgreeToCorrectionHandler } from './agree/agree-to-correction.handler.js';
import { AgreeToCorrectionResolver } from './agree/agree-to-correction.resolver.js';
import { CorrectionAnswer } from './correction-answer.js';
import { CorrectionList } from './list/correction-list.js';
import { CorrectionsResolver } from './list/corrections.resolver.js';
import { ProposeCorrectionHandler } from './propose/propose-correction.handler.js';
import { ProposeCorrectionResolver } from './propose/propose-correction.resolver.js';
import { RefuseCorrectionHandler } from './refuse/refuse-correction.handler.js';
import { RefuseCorrectionResolver } from './refuse/refuse-correction.resolver.js';
import { WithdrawCorrectionHandler } from './withdraw/withdraw-correction.handler.js';
import { WithdrawCorrectionResolver } from './withdraw/withdraw-correction.resolver.js';
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
