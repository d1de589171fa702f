import { fen, ZERO, type Fen } from '@duixian/money';

export type Bearing = 'own' | 'counterpart' | 'overlap';

/** An earlier grant above zero that matters to the measure assessed. */
export interface RelevantGrant {
  /** Granted under the measure itself, as the city's line beside it, or under another member of its overlap group. */
  readonly bearing: Bearing;
  readonly year: number;
  readonly subject: string | null;
  /** Whether a county paid it; otherwise the city of the policy did. */
  readonly county: boolean;
  readonly amount: Fen;
}

/** What was granted, in all and by the county level. */
export interface Granted {
  readonly total: Fen;
  readonly county: Fen;
}

/** Matters come by year or by subject; null counts every one. */
export type Matter = { year: number } | { subject: string } | null;

/** What the enterprise was granted before, as far as one measure is concerned. Grants of 0.00 count for nothing. */
export class History {
  static readonly NONE = new History([]);

  constructor(private readonly grants: readonly RelevantGrant[]) {}

  get isEmpty(): boolean {
    return this.grants.length === 0;
  }

  /** Under the measure itself. */
  own(matter: Matter): Granted {
    return this.sum('own', matter);
  }

  /** Under the other members of the overlap group. */
  byOthers(matter: Matter): Fen {
    return this.sum('overlap', matter).total;
  }

  /** By both levels together in the year, where the measure is the county line of a city's. */
  jointly(year: number): Fen {
    return fen(this.own({ year }).total + this.sum('counterpart', { year }).total);
  }

  /** Under the measure in years other than this one. */
  inOtherYears(year: number): Fen {
    return fen(this.own(null).total - this.own({ year }).total);
  }

  /** How many distinct years before this one saw a grant under the measure. */
  yearsGrantedBefore(year: number): number {
    const years = new Set<number>();
    for (const grant of this.grants) if (grant.bearing === 'own' && grant.year < year) years.add(grant.year);
    return years.size;
  }

  /** The first year with a grant under the measure; null if there is none. */
  firstYear(): number | null {
    let first: number | null = null;
    for (const grant of this.grants)
      if (grant.bearing === 'own' && (first === null || grant.year < first)) first = grant.year;
    return first;
  }

  private sum(bearing: Bearing, matter: Matter): Granted {
    if (this.grants.length === 0) return NOTHING;
    let total = 0n;
    let county = 0n;
    for (const grant of this.grants) {
      if (grant.bearing !== bearing || !concerns(grant, matter)) continue;
      total += grant.amount;
      if (grant.county) county += grant.amount;
    }
    return { total: fen(total), county: fen(county) };
  }
}

const NOTHING: Granted = { total: ZERO, county: ZERO };

function concerns(grant: RelevantGrant, matter: Matter): boolean {
  if (matter === null) return true;
  return 'year' in matter ? grant.year === matter.year : grant.subject === matter.subject;
}
