import { z } from 'zod';
import { graphql } from '../api/document.js';
import { outcome, refusalFields } from '../api/refusals.js';

export const proposalStanding = z.enum(['OPEN', 'LAPSED', 'WAITING', 'IN_FORCE', 'REFUSED', 'WITHDRAWN']);
export type ProposalStanding = z.infer<typeof proposalStanding>;

export const noticeWay = z.enum(['TELEPHONE', 'VISIT', 'LETTER', 'MAIL']);
export type NoticeWay = z.infer<typeof noticeWay>;

export const maskedAccount = z.object({ proposal: z.string(), bank: z.string(), cnaps: z.string(), mask: z.string() });
export type MaskedAccount = z.infer<typeof maskedAccount>;
export const maskedAccountFields = 'proposal bank cnaps mask';

export const bankAccountChange = z.object({
  id: z.string(),
  standing: proposalStanding,
  inForce: z.boolean(),
  account: maskedAccount,
  holderReason: z.string().nullable(),
  proposedOn: z.string(),
  proposedBy: z.string(),
  isMine: z.boolean(),
  opensUntil: z.string(),
  needsNotice: z.boolean(),
  notice: z.object({ how: noticeWay, note: z.string(), on: z.string(), by: z.string() }).nullable(),
  answeredOn: z.string().nullable(),
  answeredBy: z.string().nullable(),
  reason: z.string().nullable(),
  effectiveFrom: z.string().nullable(),
  waiting: z.enum(['NONE', 'SCHEDULE', 'CAUTIOUS']).nullable(),
});
export type BankAccountChange = z.infer<typeof bankAccountChange>;

export const bankAccountFields = `
  id standing inForce account { ${maskedAccountFields} } holderReason proposedOn proposedBy isMine opensUntil needsNotice
  notice { how note on by } answeredOn answeredBy reason effectiveFrom waiting
`;

export interface OnProposal {
  uscc: string;
  proposal: string;
}

export interface RefuseProposal extends OnProposal {
  reason: string;
}

/** The whole number, for those whose open work needs it; each reading is on record. */
export const accountNumberDocument = graphql<OnProposal>()(
  `query AccountNumber($uscc: ID!, $proposal: ID!) {
    accountNumber(uscc: $uscc, proposal: $proposal) { ... on AccountNumber { holder number } ${refusalFields} }
  }`,
  z.object({ accountNumber: outcome(z.object({ holder: z.string(), number: z.string() })) }),
);

/** The account of an enterprise and what is under way with it, where a payment is instructed. */
export const payeeAccountDocument = graphql<{ uscc: string }>()(
  `query PayeeAccount($uscc: ID!) {
    enterprise(uscc: $uscc) { accountSharedWith bankAccounts { ${bankAccountFields} } }
  }`,
  z.object({
    enterprise: z
      .object({ accountSharedWith: z.array(z.string()), bankAccounts: z.array(bankAccountChange) })
      .nullable(),
  }),
);

const openProposal = z.object({
  proposal: z.string(),
  kind: z.enum(['ACCOUNT', 'MOVE', 'CHANGE']),
  uscc: z.string(),
  name: z.string(),
  proposedOn: z.string(),
  opensUntil: z.string(),
  isMine: z.boolean(),
});

export const openProposalsDocument = graphql()(
  'query OpenProposals { openProposals { proposal kind uscc name proposedOn opensUntil isMine } }',
  z.object({ openProposals: z.array(openProposal) }),
);
