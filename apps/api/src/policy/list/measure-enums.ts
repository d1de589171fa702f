import { registerEnumType } from '@nestjs/graphql';

/** Names in GraphQL, and the values that policies use. */
export const MeasureKind = {
  GRANT: 'grant',
  LOAN_LIMIT: 'loan-limit',
  REFERRAL: 'referral',
  NON_MONETARY: 'non-monetary',
} as const;

export const Basis = { ANNUAL: 'annual', SUBJECT: 'subject', STEPS: 'steps' } as const;

export const SubjectRule = { GIVEN: 'given', DERIVED: 'derived', NONE: 'none' } as const;

export const FactType = {
  MONEY: 'money',
  INTEGER: 'integer',
  NUMBER: 'number',
  PERCENT: 'percent',
  DATE: 'date',
  BOOLEAN: 'boolean',
  CHOICE: 'choice',
} as const;

export const EvidenceKindEnum = { INVOICE: 'invoice', CONTRACT: 'contract', CERTIFICATE: 'certificate' } as const;

export const PayerLevel = { CITY: 'city', COUNTY: 'county' } as const;

export type ValueOf<Enum> = Enum[keyof Enum];

registerEnumType(MeasureKind, { name: 'MeasureKind' });
registerEnumType(Basis, { name: 'Basis', description: 'What is granted once: a year, a subject, or a step.' });
registerEnumType(SubjectRule, { name: 'SubjectRule', description: 'Whether a claim names its subject.' });
registerEnumType(FactType, { name: 'FactType' });
registerEnumType(EvidenceKindEnum, { name: 'EvidenceKind', description: '发票、合同、证书.' });
registerEnumType(PayerLevel, { name: 'PayerLevel' });
