/** What went wrong before the system could decide anything; a refusal is an answer, not one of these. */
export type ApiErrorCode =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_USER_INPUT' | 'UNREACHABLE' | 'UNEXPECTED_ANSWER' | 'SERVER';

const statusOf: Record<ApiErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  UNREACHABLE: 0,
  UNEXPECTED_ANSWER: 500,
  SERVER: 500,
};

/** An operation that failed. `status` is the HTTP equivalent that react-admin's components look at. */
export class ApiError extends Error {
  readonly status: number;

  constructor(
    readonly code: ApiErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ApiError';
    this.status = statusOf[code];
  }
}

/** Whether asking again may help: there was no answer. One that says what is wrong will say it again. */
export function mayRetry(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'UNREACHABLE';
}

/** The code of a GraphQL error as the server names it in `extensions.code`, folded into the ones told apart here. */
export function apiErrorCode(code: string | undefined): ApiErrorCode {
  return known.get(code ?? '') ?? 'SERVER';
}

const known = new Map<string, ApiErrorCode>([
  ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
  ['FORBIDDEN', 'FORBIDDEN'],
  ['BAD_USER_INPUT', 'BAD_USER_INPUT'],
  ['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'],
  ['GRAPHQL_PARSE_FAILED', 'BAD_USER_INPUT'],
]);
