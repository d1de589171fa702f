import { needsProposedAmount, needsSubject } from '@duixian/casework';
import {
  isPayable,
  passages,
  payeeOf,
  payeeWords,
  PUBLICITY_MAX,
  readingsOf,
  type Catalogue,
  type Clause,
  type Measure as PolicyMeasure,
  type PayableClause,
} from '@duixian/policy';
import { describeAmount } from '../describe/describe-amount.js';
import { describePredicate } from '../describe/describe-predicate.js';
import { FactWords } from '../describe/words.js';
import type { Interpretation } from './interpretation.type.js';
import { Measure, type Fact, type Limits, type Payee } from './measure.type.js';

/** A clause as GraphQL shows it. */
export function toMeasure(measure: PolicyMeasure, catalogue: Catalogue): Measure {
  const { clause } = measure;
  return Object.assign(new Measure(), {
    id: measure.id,
    clauseId: clause.id,
    article: measure.article.number ?? '',
    title: clause.title,
    kind: clause.kind,
    payable: isPayable(clause),
    quotes: passages(clause.quote),
    leadDepartment: clause.departments.lead,
    otherDepartments: clause.departments.with ?? [],
    reason: isPayable(clause) ? null : clause.reason,
    limits: limitsOf(measure, catalogue),
    publicity: { ...catalogue.publicityOf(measure.id), most: PUBLICITY_MAX },
    subject: subjectOf(measure),
    payee: toPayee(clause),
    needsProposedAmount: needsProposedAmount(measure),
    interpretations: readingsOf(clause).map(toInterpretation),
    findings: clause.findings ?? [],
    ...grantTerms(clause),
    ...(isPayable(clause) ? ruleOf(clause) : NO_RULE),
  });
}

const NO_RULE = { facts: [], conditions: [], amountText: null, evidenceKinds: [] };

function ruleOf(clause: PayableClause) {
  const words = new FactWords(clause);
  return {
    facts: (clause.facts ?? []).map(toFact),
    conditions: (clause.conditions ?? []).map(({ says, require }) => says ?? describePredicate(require, words)),
    amountText: describeAmount(clause.amount, words),
    evidenceKinds: clause.evidence ?? [],
  };
}

function grantTerms(clause: Clause) {
  if (clause.kind !== 'grant') return { basis: null, rises: false, split: [], overlapGroup: null, invoicedFact: null };
  return {
    basis: clause.basis,
    rises: clause.rises ?? false,
    split: clause.split ?? [],
    overlapGroup: clause.overlap?.group ?? null,
    invoicedFact: clause.invoiced?.fact ?? null,
  };
}

function toPayee(clause: Clause): Payee {
  const payee = payeeOf(clause);
  return { ...payee, says: payeeWords(payee) };
}

function subjectOf(measure: PolicyMeasure): Measure['subject'] {
  if (needsSubject(measure)) return 'given';
  return measure.clause.kind === 'grant' && measure.clause.basis === 'subject' ? 'derived' : 'none';
}

function limitsOf(measure: PolicyMeasure, catalogue: Catalogue): Limits {
  return catalogue.limitsFor(measure.id) ?? { item: null, total: null, year: null, pool: null, quota: null };
}

function toFact(fact: NonNullable<PayableClause['facts']>[number]): Fact {
  const values = fact.type === 'choice' ? Object.entries(fact.values) : [];
  return {
    name: fact.name,
    type: fact.type,
    label: fact.label,
    unit: fact.unit ?? null,
    values: values.map(([value, label]) => ({ value, label })),
  };
}

/** A reading as GraphQL shows it. */
export function toInterpretation(reading: NonNullable<Clause['interpretations']>[number]): Interpretation {
  const { taken, other, why } = reading;
  return { quotes: passages(reading.quote), taken, other, why };
}
