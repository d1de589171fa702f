import { type ResultOf, graphql } from '../api/graphql.js';

export const workingYearsDocument = graphql('query WorkingYears { workingYears { year notices off worked } }');
export type WorkingYear = ResultOf<typeof workingYearsDocument>['workingYears'][number];

export const countWorkingDaysDocument = graphql(`
  query CountWorkingDays($from: Date!, $days: Int!) {
    countWorkingDays(from: $from, days: $days) { lastDay overFrom }
  }
`);
