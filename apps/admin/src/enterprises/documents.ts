import { z } from 'zod';
import type { AsOf } from '../as-of/as-of.js';
import { command, editOf } from '../api/command.js';
import { graphql } from '../api/document.js';
import { outcome, refusalFields } from '../api/refusals.js';
import { bilingual, connection, connectionFields, division, divisionFields } from '../api/shapes.js';
import { claimRow, claimRowFields } from '../claims/shapes.js';
import { bankAccountChange, bankAccountFields } from './account-shapes.js';
import {
  type GiveNotice,
  type OnProposal,
  proposalStanding,
  proposedChange,
  proposedChangeFields,
  type RefuseProposal,
} from './change-shapes.js';
import { yearlyTotal, yearlyTotalFields } from './total-shapes.js';

export const enterpriseRow = z.object({
  uscc: z.string(),
  name: z.string(),
  division,
  registeredOn: z.string(),
});

const rowFields = `uscc name division { ${divisionFields} } registeredOn`;

/** An enterprise in a list; react-admin knows it by its social credit code. */
export const enterpriseRecord = enterpriseRow.transform((row) => ({ ...row, id: row.uscc }));
export type EnterpriseRecord = z.infer<typeof enterpriseRecord>;

export interface EnterprisePageVariables {
  first: number;
  after: string | null;
  filter: { query?: string | undefined; division?: string | undefined };
  sort: { field: 'NAME' | 'USCC'; direction: 'ASC' | 'DESC' };
  asOf?: AsOf | null;
}

export const enterprisesDocument = graphql<EnterprisePageVariables>()(
  `query Enterprises($first: Int!, $after: String, $filter: EnterpriseFilter, $sort: EnterpriseSort, $asOf: AsOf) {
    enterprises(first: $first, after: $after, filter: $filter, sort: $sort, asOf: $asOf) {
      nodes { ${rowFields} } ${connectionFields}
    }
  }`,
  z.object({ enterprises: connection(enterpriseRecord) }),
);

const contact = z.object({ name: z.string(), phone: z.string(), email: z.string().nullable() });
const contactFields = 'name phone email';

const contactChange = proposedChange.extend({ now: contact, erased: z.boolean() });
export type ContactChange = z.infer<typeof contactChange>;

const moveProposal = z.object({
  id: z.string(),
  standing: proposalStanding,
  from: division,
  division,
  on: z.string(),
  corrects: z.boolean(),
  isMine: z.boolean(),
  opensUntil: z.string(),
  reason: z.string().nullable(),
});
export type MoveProposal = z.infer<typeof moveProposal>;

export const changeKind = z.enum(['RENAMED', 'RECODED', 'MERGED', 'SPLIT', 'CANCELLED', 'REVOKED']);
export type ChangeKind = z.infer<typeof changeKind>;

const changeProposal = z.object({
  id: z.string(),
  standing: proposalStanding,
  kind: changeKind,
  on: z.string(),
  name: z.string().nullable(),
  successors: z.array(z.string()),
  isMine: z.boolean(),
  opensUntil: z.string(),
});
export type ChangeProposal = z.infer<typeof changeProposal>;

const registrationProposal = z.object({
  id: z.string(),
  standing: proposalStanding,
  name: z.string(),
  division,
  licence: z.object({ number: z.string(), issuedOn: z.string() }),
  isMine: z.boolean(),
  opensUntil: z.string(),
  reason: z.string().nullable(),
});
export type RegistrationProposal = z.infer<typeof registrationProposal>;

const registration = z.object({ uscc: z.string(), proposals: z.array(registrationProposal) });
export type Registration = z.infer<typeof registration>;

const named = z.object({ uscc: z.string(), name: z.string() });

const enterprise = enterpriseRow.extend({
  position: z.string(),
  kind: bilingual.nullable(),
  contact: contact.nullable(),
  contactChanges: z.array(contactChange),
  bankAccounts: z.array(bankAccountChange),
  accountSharedWith: z.array(z.string()),
  moves: z.array(z.object({ division, on: z.string() })),
  lookAlikes: z.array(enterpriseRow),
  moveProposals: z.array(moveProposal),
  formerNames: z.array(z.object({ name: z.string(), until: z.string() })),
  closure: z.object({ how: changeKind, on: z.string(), successors: z.array(named) }).nullable(),
  predecessors: z.array(named),
  changeProposals: z.array(changeProposal),
  claims: connection(claimRow),
});
export type Enterprise = z.infer<typeof enterprise>;

export const enterpriseDocument = graphql<{ uscc: string; asOf?: AsOf | null }>()(
  `query Enterprise($uscc: ID!, $asOf: AsOf) {
    enterprise(uscc: $uscc, asOf: $asOf) {
      position ${rowFields} kind { zh en } contact { ${contactFields} } moves { division { ${divisionFields} } on }
      contactChanges { ${proposedChangeFields} now { ${contactFields} } erased }
      bankAccounts { ${bankAccountFields} } accountSharedWith
      lookAlikes { ${rowFields} }
      moveProposals {
        id standing from { ${divisionFields} } division { ${divisionFields} } on corrects isMine opensUntil reason
      }
      formerNames { name until } closure { how on successors { uscc name } } predecessors { uscc name }
      changeProposals { id standing kind on name successors isMine opensUntil }
      claims(first: 50) { nodes { ${claimRowFields} } ${connectionFields} }
    }
    registration(uscc: $uscc, asOf: $asOf) {
      uscc
      proposals {
        id standing name division { ${divisionFields} } licence { number issuedOn } isMine opensUntil reason
      }
    }
  }`,
  z.object({ enterprise: enterprise.nullable(), registration: registration.nullable() }),
);

/** What those may read whose open work needs it; each reading is on record. */
export const contactsDocument = graphql<{ uscc: string }>()(
  `query Contacts($uscc: ID!) {
    contacts(uscc: $uscc) {
      ... on Contacts { contacts { proposal ${contactFields} standing replacedOn } } ${refusalFields}
    }
  }`,
  z.object({
    contacts: outcome(
      z.object({
        contacts: z.array(
          contact.extend({ proposal: z.string(), standing: proposalStanding, replacedOn: z.string().nullable() }),
        ),
      }),
    ),
  }),
);

export const enterpriseTotalsDocument = graphql<{ uscc: string; asOf?: AsOf | null }>()(
  `query EnterpriseTotals($uscc: ID!, $asOf: AsOf) {
    yearlyTotals(first: 100, filter: { uscc: $uscc }, asOf: $asOf) { nodes { ${yearlyTotalFields} } ${connectionFields} }
  }`,
  z.object({ yearlyTotals: connection(yearlyTotal) }),
);

export interface ContactInput {
  name: string;
  phone: string;
  email: string | null;
}

export interface RegistrationInput {
  uscc: string;
  name: string;
  division: string;
  contact: ContactInput | null;
}

const toEnterprise = {
  type: 'Enterprise',
  fields: 'uscc name',
  value: z.object({ uscc: z.string(), name: z.string() }),
};

/** With those whose names are easily taken for its own: the clerk compares them at once. */
const toRegistered = {
  type: 'Enterprise',
  fields: 'uscc name lookAlikes { uscc }',
  value: toEnterprise.value.extend({ lookAlikes: z.array(z.object({ uscc: z.string() })) }),
};

export const registerEnterprise = command<RegistrationInput>()('registerEnterprise', toRegistered);

export interface LicensedRegistrationInput {
  uscc: string;
  name: string;
  division: string;
  licenceNumber: string;
  licenceIssuedOn: string;
}

const toRegistration = {
  type: 'Registration',
  fields: 'uscc proposals { name }',
  value: z
    .object({ uscc: z.string(), proposals: z.array(z.object({ name: z.string() })) })
    .transform(({ uscc, proposals }) => ({ uscc, name: proposals[0]?.name ?? '' })),
};

export const proposeRegistration = command<LicensedRegistrationInput>()('proposeRegistration', toRegistration);
/** The answers to a registration with a licence. */
export const registrationAnswers = {
  agree: command<OnProposal>()('agreeRegistration', toRegistration, 'ProposalInput'),
  refuse: command<RefuseProposal>()('refuseRegistration', toRegistration, 'RefuseProposalInput'),
  withdraw: command<OnProposal>()('withdrawRegistration', toRegistration, 'ProposalInput'),
};
export const proposeContactChange = command<ContactInput & { uscc: string }>()('proposeContactChange', toEnterprise);
export const giveContactNotice = command<GiveNotice>()('giveContactNotice', toEnterprise, 'GiveNoticeInput');
/** The answers to a proposed contact. */
export const contactAnswers = {
  agree: command<OnProposal>()('agreeContactChange', toEnterprise, 'ProposalInput'),
  refuse: command<RefuseProposal>()('refuseContactChange', toEnterprise, 'RefuseProposalInput'),
  withdraw: command<OnProposal>()('withdrawContactChange', toEnterprise, 'ProposalInput'),
};
export const eraseContact = editOf('eraseContact', 'uscc', toEnterprise);

export const proposeMove = command<{ uscc: string; division: string; on: string; corrects: boolean }>()(
  'proposeMove',
  toEnterprise,
);
export interface ChangeInput {
  uscc: string;
  kind: ChangeKind;
  on: string;
  name: string | null;
  successors: string[];
}

export const proposeEnterpriseChange = command<ChangeInput>()('proposeEnterpriseChange', toEnterprise);
/** The answers to a proposed change. */
export const changeAnswers = {
  agree: command<OnProposal>()('agreeEnterpriseChange', toEnterprise, 'ProposalInput'),
  refuse: command<RefuseProposal>()('refuseEnterpriseChange', toEnterprise, 'RefuseProposalInput'),
  withdraw: command<OnProposal>()('withdrawEnterpriseChange', toEnterprise, 'ProposalInput'),
};

/** The answers to a proposed move. */
export const moveAnswers = {
  agree: command<OnProposal>()('agreeMove', toEnterprise, 'ProposalInput'),
  refuse: command<RefuseProposal>()('refuseMove', toEnterprise, 'RefuseProposalInput'),
  withdraw: command<OnProposal>()('withdrawMove', toEnterprise, 'ProposalInput'),
};

export interface AccountInput {
  uscc: string;
  holder: string;
  bank: string;
  cnaps: string;
  number: string;
  holderReason: string | null;
}

export const proposeAccountChange = command<AccountInput>()('proposeAccountChange', toEnterprise);
export const giveAccountNotice = command<GiveNotice>()('giveAccountNotice', toEnterprise, 'GiveNoticeInput');
/** The answers to a proposed account. */
export const accountAnswers = {
  agree: command<OnProposal>()('agreeAccountChange', toEnterprise, 'ProposalInput'),
  refuse: command<RefuseProposal>()('refuseAccountChange', toEnterprise, 'RefuseProposalInput'),
  withdraw: command<OnProposal>()('withdrawAccountChange', toEnterprise, 'ProposalInput'),
};
