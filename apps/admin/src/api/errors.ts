import type { Bilingual } from './fragments.js';

/** What went wrong before the system could decide anything; a refusal is an answer, not one of these. */
export type ApiErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'PASSWORD_EXPIRED'
  | 'SECOND_FACTOR_REQUIRED'
  | 'BAD_USER_INPUT'
  | 'AS_OF_AHEAD'
  | 'AS_OF_BEFORE'
  | 'RECORDED'
  | 'RECORDED_OTHERWISE'
  | 'NOT_RECORDED'
  | 'UNKNOWN_YET'
  | 'UNREACHABLE'
  | 'UNEXPECTED_ANSWER'
  | 'SERVER';

const statusOf: Record<ApiErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  PASSWORD_EXPIRED: 403,
  SECOND_FACTOR_REQUIRED: 403,
  BAD_USER_INPUT: 400,
  AS_OF_AHEAD: 400,
  AS_OF_BEFORE: 400,
  RECORDED: 202,
  RECORDED_OTHERWISE: 409,
  NOT_RECORDED: 503,
  UNKNOWN_YET: 503,
  UNREACHABLE: 0,
  UNEXPECTED_ANSWER: 500,
  SERVER: 500,
};

/** An operation that failed. `status` is the HTTP equivalent that react-admin's components look at. */
export class ApiError extends Error {
  readonly status: number;
  /** What the server says of it to a person; null where it says nothing. */
  readonly says: Bilingual | null;

  constructor(
    readonly code: ApiErrorCode,
    message: string,
    { says = null, ...options }: ErrorOptions & { says?: Bilingual | null } = {},
  ) {
    super(message, options);
    this.name = 'ApiError';
    this.status = statusOf[code];
    this.says = says;
  }
}

/** Whether asking again may help: there was no answer. One that says what is wrong will say it again. */
export function mayRetry(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'UNREACHABLE' || error.code === 'UNKNOWN_YET');
}

/** Whether a command that failed so may be on record: then its id is kept, so that nothing is recorded twice. */
export function isOutcomeOpen(error: unknown): boolean {
  if (!(error instanceof ApiError)) return true;
  switch (error.code) {
    case 'UNAUTHENTICATED':
    case 'FORBIDDEN':
    case 'PASSWORD_EXPIRED':
    case 'SECOND_FACTOR_REQUIRED':
    case 'BAD_USER_INPUT':
    case 'AS_OF_AHEAD':
    case 'AS_OF_BEFORE':
    case 'NOT_RECORDED':
      return false;
    case 'RECORDED':
    case 'RECORDED_OTHERWISE':
    case 'UNKNOWN_YET':
    case 'UNREACHABLE':
    case 'UNEXPECTED_ANSWER':
    case 'SERVER':
      return true;
  }
}

/** The code of a GraphQL error as the server names it in `extensions.code`, folded into the ones told apart here. */
export function apiErrorCode(code: string | undefined, field?: string): ApiErrorCode {
  // The id was used before, and what was recorded under it differs from what was sent now.
  if (code === 'BAD_USER_INPUT' && field === 'commandId') return 'RECORDED_OTHERWISE';
  return known.get(code ?? '') ?? 'SERVER';
}

const known = new Map<string, ApiErrorCode>([
  ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
  ['FORBIDDEN', 'FORBIDDEN'],
  ['PASSWORD_EXPIRED', 'PASSWORD_EXPIRED'],
  ['SECOND_FACTOR_REQUIRED', 'SECOND_FACTOR_REQUIRED'],
  ['BAD_USER_INPUT', 'BAD_USER_INPUT'],
  ['AS_OF_AHEAD', 'AS_OF_AHEAD'],
  ['AS_OF_BEFORE', 'AS_OF_BEFORE'],
  ['RECORDED', 'RECORDED'],
  ['NOT_RECORDED', 'NOT_RECORDED'],
  ['UNKNOWN_YET', 'UNKNOWN_YET'],
  ['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'],
  ['GRAPHQL_PARSE_FAILED', 'BAD_USER_INPUT'],
]);
