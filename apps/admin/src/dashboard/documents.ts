import { z } from 'zod';
import type { AsOf } from '../as-of/as-of.js';
import { graphql } from '../api/document.js';
import { bilingual, money } from '../api/shapes.js';
import { actionName, claimStatus, timelineEntry, timelineFields } from '../claims/shapes.js';
import { yearlyTotal, yearlyTotalFields } from '../enterprises/total-shapes.js';
import { policyNotice, policyNoticeFields } from '../policies/versions/documents.js';
import { programme, programmeFields } from '../payments/programme-shapes.js';

const waiting = z.object({
  status: claimStatus,
  action: actionName,
  count: z.number(),
  oldestOn: z.string().nullable(),
});
export type Waiting = z.infer<typeof waiting>;

const statusTally = z.object({
  status: claimStatus,
  claims: z.number(),
  requested: money,
  determined: money,
});
export type StatusTally = z.infer<typeof statusTally>;

const measureTally = z.object({
  measure: z.object({ id: z.string(), title: bilingual }),
  reserved: money,
  paid: money,
});
export type MeasureTally = z.infer<typeof measureTally>;

const treasuryTotal = z.object({
  payer: z.object({ code: z.string(), name: z.string() }),
  reserved: money,
  paid: money,
  returned: money,
  onOthersBasis: money,
});
export type TreasuryTotal = z.infer<typeof treasuryTotal>;

const totals = z.object({
  claims: z.number(),
  requested: money,
  determined: money,
  reserved: money,
  paid: money,
  returned: money,
  withdrawn: money,
  loanLimitsRequested: money,
  loanLimits: money,
});

const cap = yearlyTotal.extend({ uscc: z.string(), enterprise: z.object({ name: z.string() }) });
export type CapUse = z.infer<typeof cap>;

const dashboard = z.object({
  position: z.string(),
  waiting: z.array(waiting),
  waitingPayments: z.number(),
  waitingProposals: z.number(),
  policyNotices: z.array(policyNotice),
  totals,
  byStatus: z.array(statusTally),
  measures: z.array(measureTally),
  treasuries: z.array(treasuryTotal),
  caps: z.array(cap),
  programmes: z.array(programme),
  recent: z.array(timelineEntry),
});
export type Dashboard = z.infer<typeof dashboard>;

export const dashboardDocument = graphql<{ asOf?: AsOf | null }>()(
  `query Dashboard($asOf: AsOf) {
    dashboard(asOf: $asOf) {
      position
      waiting { status action count oldestOn }
      waitingPayments
      waitingProposals
      policyNotices { ${policyNoticeFields} }
      totals { claims requested determined reserved paid returned withdrawn loanLimitsRequested loanLimits }
      byStatus { status claims requested determined }
      measures { measure { id title { zh en } } reserved paid }
      treasuries { payer { code name } reserved paid returned onOthersBasis }
      caps { uscc enterprise { name } ${yearlyTotalFields} }
      programmes { ${programmeFields} }
      recent { ${timelineFields} }
    }
  }`,
  z.object({ dashboard }),
);

const verification = z.object({
  startedAt: z.string(),
  intact: z.boolean(),
  position: z.string(),
  link: z.string(),
  chainedLater: z.string().nullable(),
  differences: z.array(
    z.object({
      check: z.string(),
      position: z.string().nullable(),
      subject: z.string(),
      field: z.string(),
      stored: z.string().nullable(),
      computed: z.string().nullable(),
    }),
  ),
});
export type LastVerification = z.infer<typeof verification>;
export type VerificationDifference = z.infer<typeof verification>['differences'][number];

export const verificationDocument = graphql()(
  `query Verification {
    verificationUnderWay
    verification {
      startedAt intact position link chainedLater
      differences { check position subject field stored computed }
    }
  }`,
  z.object({ verificationUnderWay: z.string().nullable(), verification: verification.nullable() }),
);
