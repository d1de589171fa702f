import { type ResultOf, graphql } from '../api/graphql.js';

export const monthsDocument = graphql(`
  query Months($by: MonthlyBy!, $months: Int!, $asOf: AsOf) {
    monthlyFigures(by: $by, months: $months, asOf: $asOf) {
      position
      series {
        id division { code name } department measure { id title { zh en } }
        months { month claims requested determined paid }
      }
      total { months { month claims requested determined paid } }
    }
  }
`);
export type MonthlyFigures = ResultOf<typeof monthsDocument>['monthlyFigures'];
export type MonthlySeries = MonthlyFigures['series'][number];
export type MonthFigures = MonthlySeries['months'][number];
