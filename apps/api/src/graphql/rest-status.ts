import type { GraphQLError } from 'graphql';

const STATUSES: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  PASSWORD_EXPIRED: 403,
  SECOND_FACTOR_REQUIRED: 403,
  NOT_YOUR_OFFICE: 403,
  CAPACITY_MIXED: 403,
  RECUSED: 403,
  INFECTED: 403,
  WITHDRAWN: 403,
  NOT_FOUND: 404,
  ALREADY_DECIDED: 409,
  NOT_SCANNED: 409,
  UPLOAD_OFFSET: 409,
  UPLOAD_NOT_WHOLE: 409,
  TOO_LARGE: 413,
  INVALID_FILE: 422,
  TOO_MANY_REQUESTS: 429,
  FILE_MISSING: 500,
  SERVICE_UNAVAILABLE: 503,
  NO_ROOM: 507,
};

/** With which HTTP status a request that is no query is refused. */
export function statusOf({ extensions: { code } }: GraphQLError): number {
  return STATUSES[String(code)] ?? 400;
}
