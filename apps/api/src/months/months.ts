import { fen, sum, ZERO } from '@duixian/money';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { sqlFile } from '../database/sql-file.js';
import { Divisions } from '../division/divisions.js';
import { Positions } from '../log/positions.js';
import { Policies } from '../policy/list/policies.js';
import { MonthlyBy, type MonthFigures, type MonthlyFigures, type MonthlySeries } from './monthly-figures.type.js';

const MONTHS = sqlFile(import.meta.url, 'months.sql');

/** A row of the database: fen and counts as texts. */
interface Stored {
  readonly month: string;
  readonly place: string;
  readonly measure: string;
  readonly claims: string;
  readonly requested: string;
  readonly determined: string;
  readonly paid: string;
}

type Named = Omit<MonthlySeries, 'months'>;

/** Figures of months: they cost the same with any number of claims. */
@Injectable()
export class Months {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
    private readonly policies: Policies,
    private readonly divisions: Divisions,
  ) {}

  /** The day on which the request looks at the months. */
  async today(tenant: string): Promise<string> {
    return (await this.positions.of(tenant)).today;
  }

  /** @param months YYYY-MM, without a gap, in their order. */
  async of(tenant: string, by: MonthlyBy, months: readonly string[]): Promise<MonthlyFigures> {
    const { position, today } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<Stored>(MONTHS, [
      ...[tenant, position.toString(), months[0], months.at(-1)],
      by === MonthlyBy.TREASURY,
    ]);
    const told = rows.filter(({ place }) => by !== MonthlyBy.TREASURY || place !== '');
    const series = new Map<string, { readonly named: Named; readonly rows: Stored[] }>();
    for (const row of told) {
      const named = this.named(by, row, today);
      const known = series.get(named.id) ?? { named, rows: [] };
      known.rows.push(row);
      series.set(named.id, known);
    }
    const sorted = [...series.values()].sort((a, b) => (a.named.id < b.named.id ? -1 : 1));
    return {
      position: position.toString(),
      series: sorted.map((each) => ({ ...each.named, months: this.months(months, each.rows, by) })),
      total: {
        ...{ id: tenant, division: this.divisions.get(tenant, today), department: null, measure: null },
        months: this.months(months, told, by),
      },
    };
  }

  /** A division or a treasury that was merged stands with the one that goes on with it. */
  private named(by: MonthlyBy, { place, measure: id }: Stored, today: string): Named {
    const measure = this.policies.measureOnRecord(id);
    switch (by) {
      case MonthlyBy.DIVISION:
      case MonthlyBy.TREASURY: {
        const code = this.divisions.officeOf(place, today);
        return { id: code, division: this.divisions.get(code, today), department: null, measure: null };
      }
      case MonthlyBy.DEPARTMENT: {
        const department = this.policies.departmentOf(measure);
        return { id: department, division: null, department, measure: null };
      }
      case MonthlyBy.MEASURE:
        return { id, division: null, department: null, measure };
    }
  }

  private months(months: readonly string[], rows: readonly Stored[], by: MonthlyBy): MonthFigures[] {
    return months.map((month) =>
      this.figures(
        month,
        rows.filter((row) => row.month === month),
        by,
      ),
    );
  }

  private figures(month: string, rows: readonly Stored[], by: MonthlyBy): MonthFigures {
    const isLoanLimit = ({ measure }: Stored): boolean => this.policies.measureOnRecord(measure).kind === 'loan-limit';
    const grants = rows.filter((row) => !isLoanLimit(row));
    const isOfTreasuries = by === MonthlyBy.TREASURY;
    return {
      month,
      claims: isOfTreasuries ? null : rows.reduce((count, { claims }) => count + Number(claims), 0),
      requested: isOfTreasuries ? null : added(grants, 'requested'),
      determined: added(grants, 'determined'),
      paid: added(grants, 'paid'),
      loanLimits: isOfTreasuries ? ZERO : added(rows.filter(isLoanLimit), 'determined'),
    };
  }
}

function added(rows: readonly Stored[], name: 'requested' | 'determined' | 'paid') {
  return sum(rows.map((row) => fen(BigInt(row[name]))));
}
