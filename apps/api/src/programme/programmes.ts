import { addDays, daysBetween, poolAccount, quotaAccount } from '@duixian/casework';
import { fen } from '@duixian/money';
import type { Measure } from '@duixian/policy';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { sqlFile } from '../database/sql-file.js';
import { monthsUntil } from '../months/month.js';
import { Positions } from '../log/positions.js';
import { Policies } from '../policy/list/policies.js';
import { ProgrammeKind, type Programme } from './programme.type.js';
import { Law } from '../policy/law/law.js';

const PROGRAMMES = sqlFile(import.meta.url, 'programmes.sql');

interface Ceiling {
  readonly kind: ProgrammeKind;
  readonly measure: string;
  readonly year: number;
  readonly account: string;
  readonly ceiling: bigint;
}

/** Fen of a pool, or places of a quota, as the database gives them. */
interface Used {
  readonly reserved: string;
  readonly paid: string;
  /** Since the first day of the months by which the pace is reckoned. */
  readonly lately: string;
}

/** Full months, beside the one under way, by which it is reckoned how fast a programme is taken up. */
const PACE_MONTHS = 3;
/** What lasts longer, lasts: no document plans for it. */
const FORESEEN_DAYS = 3_652n;

/** Pools and quotas with what is taken up of them, as their guards held it at the position. */
@Injectable()
export class Programmes {
  constructor(
    private readonly law: Law,
    private readonly policies: Policies,
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
  ) {}

  /** Of one year, or of every year from the start of the policy up to this one. */
  async of(tenant: string, year: number | null): Promise<Programme[]> {
    const at = await this.positions.of(tenant);
    const ceilings = this.law.known
      .measures()
      .filter(({ policy }) => policy.tenant === tenant)
      .flatMap((measure) => this.yearsOf(measure, year, at.today).flatMap((each) => this.ceilingsOf(measure.id, each)));
    const { rows } = await this.pool.query<Used & { readonly account: string }>({
      name: 'read.programmes',
      text: PROGRAMMES,
      values: [tenant, ceilings.map(({ account }) => account), at.position.toString(), paceSince(at.today)],
    });
    const used = new Map(rows.map((row) => [row.account, row]));
    return ceilings.map((ceiling) => this.toProgramme(ceiling, used.get(ceiling.account), at.today));
  }

  private yearsOf({ policy: { period } }: Measure, year: number | null, today: string): number[] {
    const first = yearOf(period.from);
    const reached = Math.max(first, yearOf(today));
    const last = period.to === null ? reached : Math.min(yearOf(period.to), reached);
    const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return years.filter((each) => year === null || each === year);
  }

  private ceilingsOf(measure: string, year: number): Ceiling[] {
    const limits = this.law.known.limitsFor(measure);
    const pool = limits?.pool ?? null;
    const quota = limits?.quota ?? null;
    const kinds = ProgrammeKind;
    return [
      ...(pool === null
        ? []
        : [{ kind: kinds.POOL, measure, year, account: poolAccount(measure, year), ceiling: pool }]),
      ...(quota === null
        ? []
        : [{ kind: kinds.QUOTA, measure, year, account: quotaAccount(measure, year), ceiling: BigInt(quota) }]),
    ];
  }

  private toProgramme(
    { kind, measure, year, account, ceiling }: Ceiling,
    used: Used | undefined,
    today: string,
  ): Programme {
    const use = useOf(ceiling, used);
    const isPool = kind === ProgrammeKind.POOL;
    return {
      id: account,
      measure: this.policies.measureOnRecord(measure),
      year,
      kind,
      pool: isPool ? each(use, fen) : null,
      quota: isPool ? null : each(use, Number),
      lastsUntil: lastsUntil(use.remaining, BigInt(used?.lately ?? 0), today),
    };
  }
}

type Use<Amount> = Record<'ceiling' | 'used' | 'reserved' | 'paid' | 'remaining', Amount>;

function useOf(ceiling: bigint, taken: Used | undefined): Use<bigint> {
  const reserved = BigInt(taken?.reserved ?? 0);
  const paid = BigInt(taken?.paid ?? 0);
  return { ceiling, used: reserved + paid, reserved, paid, remaining: ceiling - reserved - paid };
}

function each<Amount>({ ceiling, used, reserved, paid, remaining }: Use<bigint>, to: (amount: bigint) => Amount) {
  return { ceiling: to(ceiling), used: to(used), reserved: to(reserved), paid: to(paid), remaining: to(remaining) };
}

/** The day on which the rest is taken up at the pace of the last months; null where none can be told. */
function lastsUntil(remaining: bigint, lately: bigint, today: string): string | null {
  if (remaining <= 0n || lately <= 0n) return null;
  const days = BigInt(daysBetween(`${paceSince(today)}-01`, today) + 1);
  const left = (remaining * days) / lately;
  return left > FORESEEN_DAYS ? null : addDays(today, Number(left));
}

/** The first month by which the pace is reckoned, YYYY-MM. */
function paceSince(today: string): string {
  return monthsUntil(today, PACE_MONTHS + 1)[0] ?? '';
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
