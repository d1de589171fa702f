import type { MonthlyBy } from '../api/schema/enums.generated.js';
import { fenOf } from '../ui/money.js';
import type { MonthFigures, MonthlySeries } from './documents.js';

export const monthFigures = ['CLAIMS', 'REQUESTED', 'DETERMINED', 'PAID'] as const;
export type MonthFigure = (typeof monthFigures)[number];

/** Fen, or a number of claims. */
export function valueOf(months: MonthFigures, figure: MonthFigure): bigint {
  switch (figure) {
    case 'CLAIMS':
      return BigInt(months.claims ?? 0);
    case 'REQUESTED':
      return fenOf(months.requested ?? '0.00');
    case 'DETERMINED':
      return fenOf(months.determined);
    case 'PAID':
      return fenOf(months.paid);
  }
}

export function sumOf(months: readonly MonthFigures[], figure: MonthFigure): bigint {
  return months.reduce((sum, each) => sum + valueOf(each, figure), 0n);
}

const FEN_PER_HUNDREDTH = 10_000n;

/** Ten thousands of yuan with two decimals, half of the last one rounded up: 12.35. */
export function tenThousands(fen: bigint): string {
  const hundredths = (fen + FEN_PER_HUNDREDTH / 2n) / FEN_PER_HUNDREDTH;
  const whole = (hundredths / 100n).toString().replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${(hundredths % 100n).toString().padStart(2, '0')}`;
}

/** The list of the claims, or of the payments, of which a figure consists. */
export function rowsPath(by: MonthlyBy, series: MonthlySeries | null, month: string, figure: MonthFigure): string {
  const days = [`${month}-01`, lastDayOf(month)] as const;
  const of = narrowed(by, series);
  switch (figure) {
    case 'CLAIMS':
    case 'REQUESTED':
      return listPath('claims', { submittedFrom: days[0], submittedTo: days[1], ...of });
    case 'DETERMINED':
      return listPath('claims', { determinedFrom: days[0], determinedTo: days[1], ...of });
    case 'PAID':
      return listPath('payments', { paidFrom: days[0], paidTo: days[1], ...of });
  }
}

function narrowed(by: MonthlyBy, series: MonthlySeries | null): Record<string, string> {
  if (series === null) return {};
  switch (by) {
    case 'DIVISION':
      return { division: series.id };
    case 'DEPARTMENT':
      return { department: series.id };
    case 'TREASURY':
      return { payer: series.id };
    case 'MEASURE':
      return { measure: series.id };
  }
}

function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

function listPath(list: 'claims' | 'payments', filter: object): string {
  const sort = list === 'claims' ? 'submittedOn' : 'instructedOn';
  const params = { filter: JSON.stringify(filter), sort, order: 'DESC', page: '1', perPage: '25' };
  return `/${list}?${new URLSearchParams(params).toString()}`;
}
