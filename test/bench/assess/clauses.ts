import { Random } from '@duixian/testing/random';
import type { Claim, Granted } from './claim.js';

/** A clause that all engines implement, and claims under it. */
export interface BenchClause {
  readonly measure: string;
  readonly label: string;
  claims(count: number): Claim[];
}

/** A share, split between city and county, with a yearly cap and the history of an enterprise that moved. */
const computeRental: BenchClause = {
  measure: 'quanzhou-2024-7/2',
  label: 'Quanzhou 2, compute rental (rate, condition, yearly cap, split between two levels)',
  claims: (count) =>
    make(count, (random) => ({
      measure: 'quanzhou-2024-7/2',
      ...setting(random, { divisions: ['350505', '350582', '350583'], years: [2025, 2026] }),
      facts: { serviceFee: money(random, [5_000_000, 5_000_001, 100_000_000, 100_000_001]) },
      granted: history(random, {
        measures: ['quanzhou-2024-7/2', 'jinjiang-2025-6/1.2'],
        payers: ['350500', '350582', '350583'],
      }),
    })),
};

/** Three bands, a cap for life, and one grant for each subject. */
const computeSupport: BenchClause = {
  measure: 'jinjiang-2025-6/3.1.compute',
  label: 'Jinjiang 3.1, compute support (bands, cap for life)',
  claims: (count) =>
    make(count, (random) => ({
      measure: 'jinjiang-2025-6/3.1.compute',
      ...setting(random, { divisions: ['350582'], years: [2025, 2026] }),
      facts: { computeInvestment: money(random, [100_000_000, 100_000_001, 500_000_000, 500_000_001]) },
      granted: history(random, { measures: ['jinjiang-2025-6/3.1.compute'], payers: ['350582'] }),
    })),
};

/** A rate and a cap that depend on the catalogue, less what the same product got before. */
const firstSet: BenchClause = {
  measure: 'xiamen-2023-10/10',
  label: 'Xiamen 10, first-set equipment (rate and cap by catalogue, difference to an earlier grant)',
  claims: (count) =>
    make(count, (random) => ({
      measure: 'xiamen-2023-10/10',
      ...setting(random, { divisions: ['350203', '350206'], years: [2024, 2025] }),
      facts: {
        catalogue: random.pick(['national', 'provincialNationalFirst', 'provincialFirst']),
        unitPrice: money(random, [333_333_333, 333_333_334, 833_333_333, 833_333_334]),
      },
      granted: history(random, { measures: ['xiamen-2023-10/10'], payers: ['350200'] }),
    })),
};

export const BENCH_CLAUSES: readonly BenchClause[] = [computeRental, computeSupport, firstSet];

function make(count: number, claim: (random: Random) => Claim): Claim[] {
  const random = new Random(count);
  return Array.from({ length: count }, () => claim(random));
}

/** One claim in twenty comes from elsewhere, and one in twenty is from before the document. */
function setting(
  random: Random,
  { divisions, years }: { divisions: readonly [string, ...string[]]; years: readonly [number, ...number[]] },
): Pick<Claim, 'division' | 'year' | 'occurredOn' | 'subject'> {
  const year = random.chance(0.05) ? 2019 : random.pick(years);
  return {
    division: random.chance(0.05) ? '110105' : random.pick(divisions),
    year,
    occurredOn: year * 10_000 + random.whole(1, 12) * 100 + random.whole(1, 28),
    subject: random.pick(['A', 'B', 'C']),
  };
}

/** From a thousand to a hundred million yuan, each order of magnitude as often as another; one in five at a threshold. */
function money(random: Random, thresholds: readonly [number, ...number[]]): number {
  return random.chance(0.2) ? random.pick(thresholds) : Math.floor(10 ** (5 + 5 * random.next()));
}

function history(
  random: Random,
  { measures, payers }: { measures: readonly [string, ...string[]]; payers: readonly [string, ...string[]] },
): Granted[] {
  const count = random.chance(0.5) ? 0 : random.whole(1, 3);
  return Array.from({ length: count }, () => ({
    measure: random.chance(0.2) ? 'zhangzhou-2024-2/3' : random.pick(measures),
    year: random.whole(2023, 2026),
    subject: random.pick(['A', 'B', 'C']),
    payer: random.pick(payers),
    fen: random.whole(1, 200) * 100_000,
  }));
}
