import { Module } from '@nestjs/common';
import { AcceptClaimHandler } from './accept/accept-claim.handler.js';
import { AcceptClaimResolver } from './accept/accept-claim.resolver.js';
import { ClaimAnswer } from './claim-answer.js';
import { DetermineClaimHandler } from './determine/determine-claim.handler.js';
import { DetermineClaimResolver } from './determine/determine-claim.resolver.js';
import { PubliciseClaimHandler } from './publicise/publicise-claim.handler.js';
import { PubliciseClaimResolver } from './publicise/publicise-claim.resolver.js';
import { RejectClaimHandler } from './reject/reject-claim.handler.js';
import { RejectClaimResolver } from './reject/reject-claim.resolver.js';
import { ResubmitClaimHandler } from './resubmit/resubmit-claim.handler.js';
import { ResubmitClaimResolver } from './resubmit/resubmit-claim.resolver.js';
import { ReturnClaimHandler } from './return/return-claim.handler.js';
import { ReturnClaimResolver } from './return/return-claim.resolver.js';
import { ReviewClaimHandler } from './review/review-claim.handler.js';
import { ReviewClaimResolver } from './review/review-claim.resolver.js';
import { AlikeInName } from './similar/alike-in-name.js';
import { SubmitClaimHandler } from './submit/submit-claim.handler.js';
import { SubmitClaimResolver } from './submit/submit-claim.resolver.js';
import { WithdrawClaimHandler } from './withdraw/withdraw-claim.handler.js';
import { WithdrawClaimResolver } from './withdraw/withdraw-claim.resolver.js';

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

/** The steps of a claim's life, one folder each. */
@Module({
  providers: [...handlers, ...resolvers, ClaimAnswer, AlikeInName],
  exports: [ClaimAnswer],
})
export class ClaimCommandsModule {}
