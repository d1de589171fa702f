import { poolAccount, quotaAccount } from '@duixian/casework';
import { EventStore, type Guard } from '@duixian/event-store';
import { fen } from '@duixian/money';
import { Catalogue, type Measure } from '@duixian/policy';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Policies } from '../policy/list/policies.js';
import { ProgrammeKind, type Programme } from './programme.type.js';

interface Ceiling {
  readonly kind: ProgrammeKind;
  readonly measure: string;
  readonly year: number;
  readonly account: string;
  readonly ceiling: bigint;
}

/** Pools and quotas as their guards stand: what a decision would meet at this moment. */
@Injectable()
export class Programmes {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly policies: Policies,
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** Of one year, or of every year from the start of the policy up to this one. */
  async of(tenant: string, year: number | null): Promise<Programme[]> {
    const ceilings = this.catalogue
      .measures()
      .filter(({ policy }) => policy.tenant === tenant)
      .flatMap((measure) => this.yearsOf(measure, year).flatMap((each) => this.ceilingsOf(measure.id, each)));
    const guards = await this.store.readGuards(
      tenant,
      ceilings.map(({ account }) => account),
    );
    return ceilings.map((ceiling) => this.toProgramme(ceiling, guards.get(ceiling.account)));
  }

  private yearsOf({ policy: { period } }: Measure, year: number | null): number[] {
    const first = yearOf(period.from);
    const reached = Math.max(first, yearOf(this.clock.today()));
    const last = period.to === null ? reached : Math.min(yearOf(period.to), reached);
    const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return years.filter((each) => year === null || each === year);
  }

  private ceilingsOf(measure: string, year: number): Ceiling[] {
    const limits = this.catalogue.limitsFor(measure);
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

  private toProgramme({ kind, measure, year, account, ceiling }: Ceiling, guard: Guard | undefined): Programme {
    const use = useOf(ceiling, guard);
    const isPool = kind === ProgrammeKind.POOL;
    return {
      id: account,
      measure: this.policies.measureOnRecord(measure),
      year,
      kind,
      pool: isPool ? each(use, fen) : null,
      quota: isPool ? null : each(use, Number),
    };
  }
}

type Use<Amount> = Record<'ceiling' | 'used' | 'reserved' | 'paid' | 'remaining', Amount>;

function useOf(ceiling: bigint, guard: Guard | undefined): Use<bigint> {
  const reserved = guard?.reserved ?? 0n;
  const paid = guard?.paid ?? 0n;
  return { ceiling, used: reserved + paid, reserved, paid, remaining: ceiling - reserved - paid };
}

function each<Amount>({ ceiling, used, reserved, paid, remaining }: Use<bigint>, to: (amount: bigint) => Amount) {
  return { ceiling: to(ceiling), used: to(used), reserved: to(reserved), paid: to(paid), remaining: to(remaining) };
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
