import { z } from 'zod';
import type { AsOf } from '../as-of/as-of.js';
import { graphql } from '../api/document.js';
import { outcome, refusalFields } from '../api/refusals.js';
import { type OnProposal, proposedChange, proposedChangeFields } from './change-shapes.js';

export const maskedAccount = z.object({ proposal: z.string(), bank: z.string(), cnaps: z.string(), mask: z.string() });
export type MaskedAccount = z.infer<typeof maskedAccount>;
export const maskedAccountFields = 'proposal bank cnaps mask';

export const bankAccountChange = proposedChange.extend({
  account: maskedAccount,
  holderReason: z.string().nullable(),
});
export type BankAccountChange = z.infer<typeof bankAccountChange>;

export const bankAccountFields = `${proposedChangeFields} account { ${maskedAccountFields} } holderReason`;

/** The whole number, for those whose open work needs it; each reading is on record. */
export const accountNumberDocument = graphql<OnProposal>()(
  `query AccountNumber($uscc: ID!, $proposal: ID!) {
    accountNumber(uscc: $uscc, proposal: $proposal) { ... on AccountNumber { holder number } ${refusalFields} }
  }`,
  z.object({ accountNumber: outcome(z.object({ holder: z.string(), number: z.string() })) }),
);

/** The account of an enterprise and what is under way with it, where a payment is instructed. */
export const payeeAccountDocument = graphql<{ uscc: string; asOf?: AsOf | null }>()(
  `query PayeeAccount($uscc: ID!, $asOf: AsOf) {
    enterprise(uscc: $uscc, asOf: $asOf) { accountSharedWith bankAccounts { ${bankAccountFields} } }
  }`,
  z.object({
    enterprise: z
      .object({ accountSharedWith: z.array(z.string()), bankAccounts: z.array(bankAccountChange) })
      .nullable(),
  }),
);

const openProposal = z.object({
  proposal: z.string(),
  kind: z.enum(['ACCOUNT', 'CONTACT', 'MOVE', 'CHANGE', 'REGISTRATION']),
  uscc: z.string(),
  name: z.string(),
  proposedOn: z.string(),
  opensUntil: z.string(),
  isMine: z.boolean(),
});

export const openProposalsDocument = graphql<{ asOf?: AsOf | null }>()(
  'query OpenProposals($asOf: AsOf) { openProposals(asOf: $asOf) { proposal kind uscc name proposedOn opensUntil isMine } }',
  z.object({ openProposals: z.array(openProposal) }),
);
