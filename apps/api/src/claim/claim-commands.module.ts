import { Module } from '@nestjs/common';
import { ClaimAnswer } from './claim-answer.js';
import { AssignClaimHandler, AssignmentResolver } from './assignment/assignment.resolver.js';
import { StandInResolver } from './assignment/stand-in.resolver.js';
import { AlikeInName } from './similar/alike-in-name.js';
import { EraseObjectorHandler, EraseObjectorResolver } from './objection/erase-objector.js';
import { ReportOverdueHandler } from './deadline/report-overdue.js';
import { OverdueReports } from './deadline/overdue-reports.js';
import { ObjectorStore } from './objection/objector-store.js';
import { SeenCheck } from './seen-check.js';
import { TurnCheck } from './turn/turn-check.js';
import { acceptLacking } from './steps/accept-lacking.js';
import { forwardStep } from './steps/forward-step.js';
import { handInPaper } from './steps/hand-in-paper.js';
import { determineClaim } from './steps/determine-claim.js';
import { LoanLimits } from './steps/loan-limits.js';
import { plainStepProviders } from './steps/plain-steps.js';
import { publiciseClaim } from './steps/publicise-claim.js';
import { raiseObjection } from './steps/raise-objection.js';
import { resubmitClaim } from './steps/resubmit-claim.js';
import { returnClaim } from './steps/return-claim.js';
import { reviewClaim } from './steps/review-claim.js';
import { settleObjection } from './steps/settle-objection.js';
import { takeStep } from './steps/take-step.js';
import { suspendClock } from './steps/suspend-clock.js';
import { SubmitClaimHandler, SubmitClaimResolver } from './submit/submit-claim.js';

/** The submission of a claim, and the steps that casework has no word on what they read of. */
const steps = [
  acceptLacking,
  handInPaper,
  returnClaim,
  resubmitClaim,
  takeStep,
  forwardStep,
  reviewClaim,
  determineClaim,
  publiciseClaim,
  raiseObjection,
  settleObjection,
  suspendClock,
].flatMap(({ providers }) => providers);

/** The steps of a claim's life. */
@Module({
  providers: [
    SubmitClaimHandler,
    SubmitClaimResolver,
    ...plainStepProviders,
    ...steps,
    ClaimAnswer,
    ObjectorStore,
    AssignClaimHandler,
    AssignmentResolver,
    StandInResolver,
    EraseObjectorHandler,
    EraseObjectorResolver,
    OverdueReports,
    ReportOverdueHandler,
    AlikeInName,
    LoanLimits,
    SeenCheck,
    TurnCheck,
  ],
  exports: [ClaimAnswer, SeenCheck, TurnCheck],
})
export class ClaimCommandsModule {}
