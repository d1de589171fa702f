import { connectionFields } from '../../api/connection.js';
import { graphql } from '../../api/graphql.js';
import { inheritedTotal, yearlyTotal } from '../../enterprises/fragments.js';
import { programme } from '../../payments/fragments.js';

/** The limits that a claim is measured against, and what is used of them. */
export const claimLimitsDocument = graphql(
  `query ClaimLimits($uscc: ID!, $measure: ID!, $year: Int!, $asOf: AsOf) {
    yearlyTotals(first: 10, filter: { uscc: $uscc, measure: $measure, year: $year }, asOf: $asOf) {
      nodes { ...YearlyTotal } ${connectionFields}
    }
    enterprise(uscc: $uscc, asOf: $asOf) { inherited(year: $year) { ...InheritedTotal } }
    programmes(year: $year, asOf: $asOf) { ...Programme }
    measure(id: $measure) { limits { year } }
  }`,
  [yearlyTotal, inheritedTotal, programme],
);
