import { z } from 'zod';
import { graphql } from '../api/document.js';
import { bilingual, connection, connectionFields, jsonObject } from '../api/shapes.js';

export const securityEventKind = z.enum([
  'SIGNED_IN',
  'SIGN_IN_FAILED',
  'SIGN_IN_THROTTLED',
  'SIGNED_OUT',
  'SESSION_ENDED',
  'PASSWORD_CHANGED',
  'ACTIVATION_CODE_DRAWN',
  'ACTIVATION_FAILED',
  'ACCOUNT_ACTIVATED',
  'SECOND_FACTOR_ENROLLED',
  'SECOND_FACTOR_USED',
  'SECOND_FACTOR_FAILED',
  'SECOND_FACTOR_RECOVERY_USED',
  'RECOVERY_CODES_RENEWED',
  'CREDENTIALS_SEALED',
  'PERMISSION_REFUSED',
  'CONTACT_READ',
  'ACCOUNT_READ',
  'EXPORT',
  'LOG_PRUNED',
]);
export type SecurityEventKind = z.infer<typeof securityEventKind>;

/** One entry of the security log; react-admin knows it by its position. */
const securityEntry = z
  .object({
    position: z.string(),
    at: z.string(),
    kind: securityEventKind,
    label: bilingual,
    username: z.string().nullable(),
    displayName: z.string().nullable(),
    address: z.string().nullable(),
    subject: z.string().nullable(),
    times: z.number(),
    details: jsonObject,
  })
  .transform((entry) => ({ ...entry, id: entry.position }));
export type SecurityEntry = z.infer<typeof securityEntry>;

export interface SecurityLogFilter {
  kind?: SecurityEventKind | undefined;
  person?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  ofNoCity?: boolean | undefined;
}

export const securityLogDocument = graphql<{ first: number; after: string | null; filter: SecurityLogFilter }>()(
  `query SecurityLog($first: Int!, $after: String, $filter: SecurityLogFilter) {
    securityLog(first: $first, after: $after, filter: $filter) {
      nodes { position at kind label { zh en } username displayName address subject times details } ${connectionFields}
    }
  }`,
  z.object({ securityLog: connection(securityEntry) }),
);
