import {
  CeilingReached,
  Duplicate,
  EvidenceContested,
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
  type Refusal,
} from './refusal.js';
import { RefusalCode } from './refusal-code.js';

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** A refusal as the deciders give it: a plain value. What its code does not speak of is left out. */
export interface RefusalValue {
  readonly code: `${Exclude<RefusalCode, RefusalCode.BAD_CREDENTIALS | RefusalCode.TOO_MANY_ATTEMPTS>}`;
  readonly message: Sentence;
  readonly field?: string | null;
  readonly problems?: readonly { readonly field: string; readonly message: Sentence }[];
  readonly evidence?: string;
  readonly claims?: readonly string[];
  readonly account?: string;
  readonly ceiling?: string;
  readonly used?: string;
}

/** The member of a result's union that shows this refusal. */
export function toRefusal(value: RefusalValue): Refusal {
  const shared = { code: RefusalCode[value.code], message: { ...value.message }, field: value.field ?? null };
  switch (value.code) {
    case 'INVALID_INPUT':
    case 'WRONG_JURISDICTION':
      return Object.assign(new InvalidInput(), shared, { problems: problemsOf(value) });
    case 'NOT_FOUND':
    case 'UNKNOWN_ENTERPRISE':
      return Object.assign(new NotFound(), shared);
    case 'NOT_YOUR_TURN':
    case 'ALREADY_DECIDED':
    case 'PUBLICITY_NOT_OVER':
    case 'NOTHING_TO_PAY':
      return Object.assign(new NotAllowedNow(), shared);
    case 'SAME_PERSON':
    case 'NOT_YOUR_OFFICE':
      return Object.assign(new NotPermitted(), shared);
    case 'EVIDENCE_CONTESTED':
      return Object.assign(new EvidenceContested(), shared, {
        evidence: value.evidence ?? '',
        claims: [...(value.claims ?? [])],
      });
    case 'CEILING_REACHED':
      return Object.assign(new CeilingReached(), shared, {
        account: value.account ?? '',
        ceiling: value.ceiling ?? '',
        used: value.used ?? '',
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
function problemsOf(value: RefusalValue): { field: string; message: Sentence }[] {
  if (value.problems !== undefined) return [...value.problems];
  return value.field == null ? [] : [{ field: value.field, message: value.message }];
}
