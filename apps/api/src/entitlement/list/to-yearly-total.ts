import { fen, type Fen } from '@duixian/money';
import { Injectable } from '@nestjs/common';
import { Policies } from '../../policy/list/policies.js';
import type { YearlyTotalRow } from './yearly-total-row.js';
import { YearlyTotal, type GrantedSums } from './yearly-total.type.js';
import { Law } from '../../policy/law/law.js';

/** Percent with two decimals is what a bar can show. */
const STEPS_PER_PERCENT = 100n;

/** Puts a total beside its ceiling. */
@Injectable()
export class ToYearlyTotal {
  constructor(
    private readonly law: Law,
    private readonly policies: Policies,
  ) {}

  of(row: YearlyTotalRow): YearlyTotal {
    const cap = this.law.known.limitsFor(row.measure)?.year ?? null;
    const counted: GrantedSums = {
      granted: amount(row.counted),
      reserved: amount(row.counted_reserved),
      paid: amount(row.counted_paid),
      city: amount(row.counted_city),
      county: amount(row.counted_county),
    };
    const toPersons: GrantedSums = {
      granted: amount(row.persons),
      reserved: amount(row.persons_reserved),
      paid: amount(row.persons_paid),
      city: amount(row.persons_city),
      county: amount(row.persons_county),
    };
    return Object.assign(new YearlyTotal(), {
      id: `${row.uscc}:${row.measure}:${row.year}`,
      uscc: row.uscc,
      measure: this.policies.measureOnRecord(row.measure),
      year: row.year,
      granted: amount(row.granted),
      reserved: amount(row.reserved),
      paid: amount(row.paid),
      city: amount(row.city),
      county: amount(row.county),
      toPersons,
      counted,
      cap,
      capUsedPercent: cap === null ? null : percentOf(counted.granted, cap),
      row,
    });
  }
}

function percentOf(part: Fen, whole: Fen): number {
  return whole === 0n ? 100 : Number((part * 100n * STEPS_PER_PERCENT) / whole) / Number(STEPS_PER_PERCENT);
}

function amount(text: string): Fen {
  return fen(BigInt(text));
}
