/** A city whose bureau is at work during the faults, and one measure of it. */
export interface City {
  readonly tenant: string;
  /** Division in which its enterprises are registered. */
  readonly county: string;
  readonly measure: string;
  /** Department that leads the measure. */
  readonly lead: string;
  readonly year: number;
  readonly occurredOn: string;
  readonly evidence: string;
  readonly facts: Readonly<Record<string, string>>;
  /** Whether each claim names a subject of its own. */
  readonly namesSubject: boolean;
  readonly requestedAmount: string;
  /** What the document allows: fen for one enterprise in a year, or places for all in a year. */
  readonly cap: { readonly fenOfEnterprise: bigint } | { readonly places: number };
}

/** 30% of a yearly fee, at most 300,000 for an enterprise and year: of three claims for 120,000 the third is cut. */
export const QUANZHOU: City = {
  tenant: '350500',
  county: '350582',
  measure: 'quanzhou-2024-7/2',
  lead: '市数据管理局',
  year: 2025,
  occurredOn: '2025-12-31',
  evidence: 'INVOICE',
  facts: { serviceFee: '400000.00' },
  namesSubject: false,
  requestedAmount: '120000.00',
  cap: { fenOfEnterprise: 30_000_000n },
};

/** 200,000 for each scenario, ten in a year: all enterprises of the city crowd around one guard. */
export const FUZHOU: City = {
  tenant: '350100',
  county: '350102',
  measure: 'fuzhou-2026-7/3.2',
  lead: '市工信局',
  year: 2026,
  occurredOn: '2026-07-01',
  evidence: 'CERTIFICATE',
  facts: {},
  namesSubject: true,
  requestedAmount: '200000.00',
  cap: { places: 10 },
};

export const CITIES: readonly City[] = [QUANZHOU, FUZHOU];
