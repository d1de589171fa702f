import { type ResultOf, graphql } from '../api/graphql.js';
import { timelineEntry } from '../claims/fragments.js';
import { yearlyTotal } from '../enterprises/fragments.js';
import { programme } from '../payments/fragments.js';
import { policyNotice } from '../policies/versions/documents.js';

export const dashboardDocument = graphql(
  `query Dashboard($asOf: AsOf) {
    dashboard(asOf: $asOf) {
      position waiting { status action count oldestOn } waitingPayments waitingProposals
      due { light claims waiting } escalatedToMe
      policyNotices { ...PolicyNotice }
      totals { claims requested determined reserved paid returned withdrawn loanLimitsRequested loanLimits }
      byStatus { status claims requested determined } measures { measure { id title { zh en } } reserved paid }
      treasuries { payer { code name } reserved paid returned onOthersBasis toPersons }
      caps { uscc enterprise { name } ...YearlyTotal } programmes { ...Programme } recent { ...TimelineEntry }
    }
    withOthers: claims(first: 1, filter: { waitingForOthers: true }, asOf: $asOf) { totalCount }
  }`,
  [policyNotice, yearlyTotal, programme, timelineEntry],
);
export type Dashboard = ResultOf<typeof dashboardDocument>['dashboard'];
export type DueTally = Dashboard['due'][number];
export type Waiting = Dashboard['waiting'][number];
export type StatusTally = Dashboard['byStatus'][number];
export type MeasureTally = Dashboard['measures'][number];
export type TreasuryTotal = Dashboard['treasuries'][number];
export type CapUse = Dashboard['caps'][number];

export const verificationDocument = graphql(`
  query Verification {
    verificationUnderWay
    verification {
      startedAt intact position link chainedLater differences { check position subject field stored computed }
    }
  }
`);
export type LastVerification = NonNullable<ResultOf<typeof verificationDocument>['verification']>;
export type VerificationDifference = LastVerification['differences'][number];
