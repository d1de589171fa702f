import { Module } from '@nestjs/common';
import { AcceptClaimHandler, AcceptClaimResolver } from './steps/accept-claim.js';
import { ClaimAnswer } from './claim-answer.js';
import { DetermineClaimHandler, DetermineClaimResolver } from './steps/determine-claim.js';
import { PubliciseClaimHandler, PubliciseClaimResolver } from './steps/publicise-claim.js';
import { RejectClaimHandler, RejectClaimResolver } from './steps/reject-claim.js';
import { ResubmitClaimHandler, ResubmitClaimResolver } from './steps/resubmit-claim.js';
import { ReturnClaimHandler, ReturnClaimResolver } from './steps/return-claim.js';
import { ReviewClaimHandler, ReviewClaimResolver } from './steps/review-claim.js';
import { AlikeInName } from './similar/alike-in-name.js';
import { SubmitClaimHandler, SubmitClaimResolver } from './submit/submit-claim.js';
import { WithdrawClaimHandler, WithdrawClaimResolver } from './steps/withdraw-claim.js';

const handlers = [
  SubmitClaimHandler,
  ResubmitClaimHandler,
  AcceptClaimHandler,
  ReturnClaimHandler,
  ReviewClaimHandler,
  RejectClaimHandler,
  WithdrawClaimHandler,
  DetermineClaimHandler,
  PubliciseClaimHandler,
];

const resolvers = [
  SubmitClaimResolver,
  ResubmitClaimResolver,
  AcceptClaimResolver,
  ReturnClaimResolver,
  ReviewClaimResolver,
  RejectClaimResolver,
  WithdrawClaimResolver,
  DetermineClaimResolver,
  PubliciseClaimResolver,
];

/** The steps of a claim's life, one file each. */
@Module({
  providers: [...handlers, ...resolvers, ClaimAnswer, AlikeInName],
  exports: [ClaimAnswer],
})
export class ClaimCommandsModule {}
