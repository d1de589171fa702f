import { z } from 'zod';
import { command, edit, editOf } from '../api/command.js';
import { graphql } from '../api/document.js';
import { connection, connectionFields, division, divisionFields } from '../api/shapes.js';
import { claimRow, claimRowFields } from '../claims/shapes.js';
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
}

export const enterprisesDocument = graphql<EnterprisePageVariables>()(
  `query Enterprises($first: Int!, $after: String, $filter: EnterpriseFilter, $sort: EnterpriseSort) {
    enterprises(first: $first, after: $after, filter: $filter, sort: $sort) { nodes { ${rowFields} } ${connectionFields} }
  }`,
  z.object({ enterprises: connection(enterpriseRecord) }),
);

const contact = z.object({
  name: z.string(),
  phone: z.string(),
  email: z.string().nullable(),
  bankAccount: z.string().nullable(),
});
export type Contact = z.infer<typeof contact>;

const enterprise = enterpriseRow.extend({
  contact: contact.nullable(),
  moves: z.array(z.object({ division, on: z.string() })),
  lookAlikes: z.array(enterpriseRow),
  claims: connection(claimRow),
});
export type Enterprise = z.infer<typeof enterprise>;

export const enterpriseDocument = graphql<{ uscc: string }>()(
  `query Enterprise($uscc: ID!) {
    enterprise(uscc: $uscc) {
      ${rowFields} contact { name phone email bankAccount } moves { division { ${divisionFields} } on }
      lookAlikes { ${rowFields} }
      claims(first: 50) { nodes { ${claimRowFields} } ${connectionFields} }
    }
  }`,
  z.object({ enterprise: enterprise.nullable() }),
);

export const enterpriseTotalsDocument = graphql<{ uscc: string }>()(
  `query EnterpriseTotals($uscc: ID!) {
    yearlyTotals(first: 100, filter: { uscc: $uscc }) { nodes { ${yearlyTotalFields} } ${connectionFields} }
  }`,
  z.object({ yearlyTotals: connection(yearlyTotal) }),
);

export interface ContactInput {
  name: string;
  phone: string;
  email: string | null;
  bankAccount: string | null;
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
export const moveEnterprise = command<{ uscc: string; division: string; on: string }>()('moveEnterprise', toEnterprise);
export const updateContact = edit<ContactInput & { uscc: string }>()('updateContact', toEnterprise);
export const eraseContact = editOf('eraseContact', 'uscc', toEnterprise);
