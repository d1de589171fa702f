import type { FieldProblem } from '@duixian/casework';

/** Claims of one request: a set is sent in parts, so that none holds a connection for long. */
export const BULK_CLAIMS_MAX = 25;

/** What is wrong with the claims of a request, by their numbers; null where they are some, not too many, and each once. */
export function claimsProblem(claims: readonly string[]): FieldProblem | null {
  const isEach = new Set(claims).size === claims.length;
  if (claims.length > 0 && claims.length <= BULK_CLAIMS_MAX && isEach) return null;
  return {
    field: 'claims',
    message: {
      zh: `请选1至${BULK_CLAIMS_MAX}件申报件，不重复；更多的分批发送，用同一个 commandId。`,
      en: `Name 1 to ${BULK_CLAIMS_MAX} claims, each once: send more of them in parts, under the same commandId.`,
    },
  };
}
