import { z } from 'zod';
import type { AsOf } from '../../as-of/as-of.js';
import { graphql } from '../../api/document.js';
import { connection, connectionFields, money } from '../../api/shapes.js';
import { yearlyTotal, yearlyTotalFields } from '../../enterprises/total-shapes.js';
import { programme, programmeFields } from '../../payments/programme-shapes.js';

/** The limits that a claim is measured against, and what is used of them. */
export const claimLimitsDocument = graphql<{ uscc: string; measure: string; year: number; asOf?: AsOf | null }>()(
  `query ClaimLimits($uscc: ID!, $measure: ID!, $year: Int!, $asOf: AsOf) {
    yearlyTotals(first: 10, filter: { uscc: $uscc, measure: $measure, year: $year }, asOf: $asOf) {
      nodes { ${yearlyTotalFields} } ${connectionFields}
    }
    programmes(year: $year, asOf: $asOf) { ${programmeFields} }
    measure(id: $measure) { limits { year } }
  }`,
  z.object({
    yearlyTotals: connection(yearlyTotal),
    programmes: z.array(programme),
    measure: z.object({ limits: z.object({ year: money.nullable() }) }).nullable(),
  }),
);
