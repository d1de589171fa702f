import { CLAIM_STATUSES, type ClaimStatus } from '@duixian/casework';
import { fen, type Fen } from '@duixian/money';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { sqlFile } from '../../database/sql-file.js';
import { Divisions } from '../../division/divisions.js';
import { Positions } from '../../log/positions.js';
import { RoundFigures, RoundFiguresOfDivision, RoundFiguresOfStatus } from './round.type.js';

const FIGURES = sqlFile(import.meta.url, 'round-figures.sql');

interface Row {
  readonly status: ClaimStatus;
  readonly division: string;
  readonly claims: number;
  readonly requested: string;
  readonly determined: string;
  readonly paid: string;
}

/** What came in within a round, counted and summed up. */
@Injectable()
export class FiguresOfRound {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
    private readonly divisions: Divisions,
  ) {}

  async of(tenant: string, round: string): Promise<RoundFigures> {
    const { position } = await this.positions.of(tenant);
    const values = [tenant, round, position.toString()];
    const { rows } = await this.pool.query<Row>({ name: 'read.round-figures', text: FIGURES, values });
    const divisions = [...new Set(rows.map(({ division }) => division))].sort();
    return Object.assign(new RoundFigures(), {
      ...sumOf(rows),
      paid: total(rows, 'paid'),
      byStatus: CLAIM_STATUSES.flatMap((status) => {
        const among = rows.filter((row) => row.status === status);
        return among.length === 0 ? [] : [Object.assign(new RoundFiguresOfStatus(), { status, ...sumOf(among) })];
      }),
      byDivision: divisions.map((code) =>
        Object.assign(new RoundFiguresOfDivision(), {
          division: this.divisions.get(code),
          ...sumOf(rows.filter(({ division }) => division === code)),
        }),
      ),
    });
  }
}

function sumOf(rows: readonly Row[]): { claims: number; requested: Fen; determined: Fen } {
  return {
    claims: rows.reduce((sum, { claims }) => sum + claims, 0),
    requested: total(rows, 'requested'),
    determined: total(rows, 'determined'),
  };
}

function total(rows: readonly Row[], column: 'requested' | 'determined' | 'paid'): Fen {
  return fen(rows.reduce((sum, row) => sum + BigInt(row[column]), 0n));
}
