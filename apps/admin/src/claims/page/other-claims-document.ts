import { z } from 'zod';
import type { AsOf } from '../../as-of/as-of.js';
import { graphql } from '../../api/document.js';
import { connection, connectionFields } from '../../api/shapes.js';
import { claimRow, shownFact } from '../shapes.js';

const otherClaim = claimRow
  .pick({ id: true, year: true, status: true, determinedAmount: true })
  .extend({ facts: z.array(shownFact) });
export type OtherClaim = z.infer<typeof otherClaim>;

/** What else an enterprise claimed under a clause, newest first: a year or stage that it states may have been stated before. */
export const otherClaimsDocument = graphql<{ uscc: string; measure: string; asOf?: AsOf | null }>()(
  `query OtherClaims($uscc: ID!, $measure: ID!, $asOf: AsOf) {
    claims(first: 20, filter: { uscc: $uscc, measure: $measure }, asOf: $asOf) {
      nodes { id year status determinedAmount facts { name label { zh en } value display { zh en } } } ${connectionFields}
    }
  }`,
  z.object({ claims: connection(otherClaim) }),
);
