import type { Refusal as CaseRefusal } from '@duixian/casework';
import { RefusalCode } from './refusal-code.js';
import {
  CeilingReached,
  Duplicate,
  EvidenceContested,
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
  type FieldProblem,
  type Refusal,
} from './refusal.js';

/** A refusal as the deciders give it: a plain value. */
export type RefusalValue = CaseRefusal;

/** The member of a result's union that shows this refusal. */
export function toRefusal(value: RefusalValue): Refusal {
  const shared = { code: RefusalCode[value.code], message: value.message, field: value.field };
  switch (value.code) {
    case 'INVALID_INPUT':
      return Object.assign(new InvalidInput(), shared, { problems: value.problems });
    case 'WRONG_JURISDICTION':
      return Object.assign(new InvalidInput(), shared, { problems: problemsOf(value) });
    case 'NOT_FOUND':
    case 'UNKNOWN_ENTERPRISE':
      return Object.assign(new NotFound(), shared);
    case 'NOT_YOUR_TURN':
    case 'ALREADY_DECIDED':
    case 'CHANGED_SINCE':
    case 'PUBLICITY_NOT_OVER':
    case 'OBJECTION_OPEN':
    case 'NOTHING_TO_PAY':
    case 'NO_ACCOUNT':
    case 'PROPOSAL_OPEN':
    case 'ENTERPRISE_ENDED':
    case 'NOTICE_NOT_GIVEN':
    case 'RECOGNITION_ENDED':
    case 'EXCLUDED':
    case 'LIMIT_IN_FORCE':
    case 'LAST_ADMINISTRATOR':
      return Object.assign(new NotAllowedNow(), shared);
    case 'SAME_PERSON':
    case 'CAPACITY_MIXED':
    case 'RECUSED':
    case 'NOT_YOUR_OFFICE':
      return Object.assign(new NotPermitted(), shared);
    case 'EVIDENCE_CONTESTED':
      return Object.assign(new EvidenceContested(), shared, { evidence: value.evidence, claims: value.claims });
    case 'CEILING_REACHED':
      return Object.assign(new CeilingReached(), shared, {
        account: value.account,
        ceiling: value.ceiling,
        used: value.used,
      });
    case 'DUPLICATE_CLAIM':
    case 'ENTERPRISE_EXISTS':
    case 'BANK_REFERENCE_USED':
    case 'USERNAME_TAKEN':
      return Object.assign(new Duplicate(), shared);
    case 'TRY_AGAIN':
      return Object.assign(new TryAgain(), shared);
  }
}

/** A form shows problems by field: a refusal that names one field is a list of one. */
function problemsOf({ field, message }: RefusalValue): FieldProblem[] {
  return field === null ? [] : [{ field, message }];
}
