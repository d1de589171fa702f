/** Three cities small enough for their money and places to run out within a handful of claims. */
import type { GuardBalance, SubmitClaim } from '@duixian/casework';
import { FUZHOU, JINJIANG, QUANZHOU, XIAMEN } from './world.spec.js';

export interface World {
  readonly tenant: string;
  readonly counties: readonly [string, string];
  readonly year: number;
  /** Days on which a matter may have occurred. The second firm moves from the second county to the first between them. */
  readonly days: readonly [string, string];
  readonly movedOn: string;
  /** Each measure with the facts of a claim of so many thousand yuan. */
  readonly measures: Readonly<Record<string, (thousands: number) => SubmitClaim['facts']>>;
  /** What other enterprises have used. */
  readonly others: ReadonlyMap<string, GuardBalance>;
}

const fee = (thousands: number) => ({ serviceFee: `${thousands}000.01` });

export const QUANZHOU_WORLD: World = {
  tenant: QUANZHOU,
  counties: [JINJIANG, '350583'],
  year: 2025,
  days: ['2025-03-31', '2025-12-31'],
  movedOn: '2025-07-01',
  measures: {
    'quanzhou-2024-7/2': fee,
    'jinjiang-2025-6/1.2': fee,
    'quanzhou-2024-7/3': () => ({}),
    'jinjiang-2025-6/2.4.scenario': (thousands) => ({ level: thousands % 2 === 0 ? 'quanzhou' : 'provincial' }),
  },
  others: new Map(),
};

export const XIAMEN_WORLD: World = {
  tenant: XIAMEN,
  counties: ['350203', '350206'],
  year: 2025,
  days: ['2025-03-31', '2025-12-31'],
  movedOn: '2025-07-01',
  measures: {
    'xiamen-2023-10/3': fee,
    'xiamen-2023-10/17': (thousands) => ({ newlyRegistered: thousands % 2 === 0, previousRdSpend: `${thousands}.00` }),
  },
  others: new Map([['pool:xiamen-2023-10/3:2025', { ceiling: 1_000_000_000n, reserved: 0n, paid: 950_000_000n }]]),
};

export const FUZHOU_WORLD: World = {
  tenant: FUZHOU,
  counties: ['350102', '350103'],
  year: 2026,
  days: ['2026-06-30', '2026-09-30'],
  movedOn: '2026-08-01',
  measures: {
    'fuzhou-2026-7/3.2': () => ({}),
    'fuzhou-2026-7/9': () => ({
      ownIntellectualProperty: true,
      appliedAtScaleLocally: true,
      alsoNationalOrProvincial: false,
    }),
  },
  others: new Map([
    ['quota:fuzhou-2026-7/3.2:2026', { ceiling: 10n, reserved: 3n, paid: 6n }],
    ['quota:fuzhou-2026-7/9:2026', { ceiling: 6n, reserved: 0n, paid: 5n }],
  ]),
};
