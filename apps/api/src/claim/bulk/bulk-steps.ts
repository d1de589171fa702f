import type { Command as Sent, ClaimAction, ClaimCommand } from '@duixian/casework';
import type { Type } from '@nestjs/common';
import type { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';
import { instructPayments } from '../../payment/steps/instruct-payments.js';
import type { DecidedStepParts, StepPreview } from '../steps/claim-step.js';
import { determineClaim } from '../steps/determine-claim.js';
import { plainStep, reasonedStep } from '../steps/plain-steps.js';
import { publiciseClaim } from '../steps/publicise-claim.js';
import { returnClaim } from '../steps/return-claim.js';
import { reviewClaim } from '../steps/review-claim.js';

/** Steps that are the same for many claims: what they are told says nothing of one of them. */
export const BULK_ACTIONS = [
  'ACCEPT',
  'RETURN',
  'REVIEW',
  'REJECT',
  'DETERMINE',
  'PUBLICISE',
  'INSTRUCT',
] as const satisfies readonly ClaimAction[];
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** What all claims of a set are told; what is not said is empty, which the step refuses where it needs it. */
export interface BulkWords {
  readonly reason: string;
  readonly opinion: string;
  readonly days: number;
}

/** One step of a set, on one claim. */
export interface BulkStep {
  /** What sends it. */
  readonly command: (origin: ClaimCommand, words: BulkWords) => Command<Outcome>;
  /** What would become of it. */
  readonly preview: (
    origin: ClaimCommand,
    words: BulkWords,
    provider: <Found>(type: Type<Found>) => Found,
  ) => ReturnType<StepPreview<Sent>['preview']>;
}

function bulk<Request extends ClaimCommand>(
  { Command, Preview }: DecidedStepParts<Request>,
  request: (origin: ClaimCommand, words: BulkWords) => Request,
): BulkStep {
  return {
    command: (origin, words) => new Command(request(origin, words)),
    preview: (origin, words, provider) => provider(Preview).preview(request(origin, words)),
  };
}

const told = (origin: ClaimCommand): ClaimCommand => origin;
const toldWhy = (origin: ClaimCommand, { reason }: BulkWords) => ({ ...origin, reason });

/** The steps that exist, each as a set takes it: a claim of a set is treated as if it were the only one. */
export const BULK_STEPS: Readonly<Record<BulkAction, BulkStep>> = {
  ACCEPT: bulk(plainStep('ACCEPT'), told),
  // What is to be corrected of one claim alone is said with its own return.
  RETURN: bulk(returnClaim, (origin, { reason }) => ({ ...origin, reason, items: [], lateReason: null })),
  // A claim whose clause leaves the amount to the department, or that is compared with others, is looked at by itself.
  REVIEW: bulk(reviewClaim, (origin, { opinion }) => ({ ...origin, opinion, agreedAmount: null, distinction: null })),
  REJECT: bulk(reasonedStep('REJECT'), toldWhy),
  DETERMINE: bulk(determineClaim, told),
  PUBLICISE: bulk(publiciseClaim, (origin, { days }) => ({ ...origin, days })),
  INSTRUCT: bulk(instructPayments, told),
};
