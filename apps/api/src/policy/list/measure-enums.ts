import { KIND_NAMES } from '@duixian/casework';
import { registerEnumType } from '@nestjs/graphql';
import { wordsOf } from '../../graphql/enum-of.js';

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

export const EvidenceKindEnum = {
  INVOICE: 'invoice',
  CONTRACT: 'contract',
  CERTIFICATE: 'certificate',
  RECOGNITION: 'recognition',
} as const;

export const PayeeKindEnum = { ENTERPRISE: 'enterprise', NATURAL_PERSON: 'naturalPerson' } as const;

export const PayeeChannelEnum = { TRAINING_INSTITUTION: 'trainingInstitution', EMPLOYER: 'employer' } as const;

export const PayerLevel = { CITY: 'city', COUNTY: 'county' } as const;

export const PublicityUnit = { DAYS: 'days', WORKING_DAYS: 'workingDays' } as const;

export type ValueOf<Enum> = Enum[keyof Enum];

registerEnumType(MeasureKind, {
  name: 'MeasureKind',
  description: 'What a clause gives.',
  valuesMap: {
    GRANT: { description: 'Money of a treasury (补助、奖励).' },
    LOAN_LIMIT: { description: 'A sum up to which a bank may lend (贷款额度). No treasury pays it.' },
    NON_MONETARY: { description: 'Something else than money (非资金类).' },
    REFERRAL: { description: 'What another level of government pays under its own rules (转其他层级).' },
  },
});
registerEnumType(Basis, {
  name: 'Basis',
  description: 'What is granted once: a year, a subject, or a step.',
  valuesMap: {
    ANNUAL: { description: 'A year: a claim states the whole of it (年度类).' },
    STEPS: { description: 'A step that is reached, less what was granted before (晋级补差).' },
    SUBJECT: { description: 'A subject: a project, product, scenario, certificate or stage (事项类).' },
  },
});
registerEnumType(SubjectRule, {
  name: 'SubjectRule',
  description: 'Whether a claim names its subject.',
  valuesMap: {
    DERIVED: { description: 'The system derives it from the facts.' },
    GIVEN: { description: 'The claim names it.' },
    NONE: { description: 'There is none.' },
  },
});
registerEnumType(PublicityUnit, {
  name: 'PublicityUnit',
  description: 'In what the length of a publicity is counted.',
  valuesMap: {
    DAYS: { description: 'Days of the calendar (自然日).' },
    WORKING_DAYS: { description: 'Working days, as the State Council’s notices have them (工作日).' },
  },
});
registerEnumType(FactType, {
  name: 'FactType',
  description: 'What the value of a fact is.',
  valuesMap: {
    BOOLEAN: { description: '`true` or `false`.' },
    CHOICE: { description: 'One of its values.' },
    DATE: { description: 'A day: YYYY-MM-DD.' },
    INTEGER: { description: 'A whole number.' },
    MONEY: { description: 'Yuan as a string, such as "400000.00".' },
    NUMBER: { description: 'A number, which may have decimals.' },
    PERCENT: { description: 'Percent as a string, such as "12.5".' },
  },
});
registerEnumType(EvidenceKindEnum, {
  name: 'EvidenceKind',
  description: 'A numbered document that supports a claim (凭证).',
  valuesMap: wordsOf(KIND_NAMES),
});
registerEnumType(PayeeKindEnum, {
  name: 'PayeeKind',
  description: 'Whose gain the money of a clause is.',
  valuesMap: {
    ENTERPRISE: { description: 'The enterprise’s that claims it.' },
    NATURAL_PERSON: {
      description: 'A natural person’s (自然人): the enterprise claims it, passes it on and gains nothing.',
    },
  },
});
registerEnumType(PayeeChannelEnum, {
  name: 'PayeeChannel',
  description: 'Who claims what a natural person is paid, and passes it on.',
  valuesMap: {
    EMPLOYER: { description: 'The employer (用人单位).' },
    TRAINING_INSTITUTION: { description: 'The training institution (培训机构).' },
  },
});
registerEnumType(PayerLevel, {
  name: 'PayerLevel',
  description: 'Whose treasury pays a share.',
  valuesMap: { CITY: { description: 'The city (市级).' }, COUNTY: { description: 'The county or district (县级).' } },
});
