/** A claim of a firm in Jinjiang for what it rented, its payments by city and county, and who takes the steps. */
import { event, type Actor, type StatedEvidence, type SubmitClaim } from '@duixian/casework';
import { fen } from '@duixian/money';
import type { TreasuryDecision } from '../treasury-event.js';
import { Books } from './books.spec.js';
import { catalogue, command, JINJIANG, official, QUANZHOU, uscc } from './world.spec.js';

export const RENTAL = 'quanzhou-2024-7/2';
export const COUNTY_RENTAL = 'jinjiang-2025-6/1.2';
export const CLAIM = '350500-2025-7K3M9QAB';
export const CITY_PAYMENT = `${CLAIM}-${QUANZHOU}`;
export const COUNTY_PAYMENT = `${CLAIM}-${JINJIANG}`;
export const FIRM = uscc('91350582MA2XXXXX0');
export const YEAR = `enterprise:${FIRM}:${RENTAL}:2025`;

const clerks = ['a', 'b'].map((name) => official(`clerk-${name}`, 'clerk', JINJIANG));
export const [clerk = official('', 'clerk', ''), otherClerk = official('', 'clerk', '')] = clerks;
export const reviewer = official('reviewer', 'reviewer', QUANZHOU, '市数据管理局');
export const finance = official('finance', 'finance', QUANZHOU);
export const otherFinance = official('other-finance', 'finance', QUANZHOU);
export const cityTreasury = official('city-treasury', 'treasury', QUANZHOU);
export const countyTreasury = official('county-treasury', 'treasury', JINJIANG);
export const ON = '2026-03-11';

export function invoice(serial: number, issuedOn = '2025-06-30'): StatedEvidence {
  const seller = { seller: '福州云岭云计算有限公司', sellerUscc: FIRM };
  const details = { ...seller, issuedOn, amount: fen(100_000_000n), tax: fen(6_000_000n), reverses: null };
  return {
    kind: 'invoice',
    number: `${issuedOn.slice(2, 4)}35200000001234567${serial}`,
    invoice: details,
    party: null,
  };
}

export const submission: SubmitClaim = {
  ...command(clerk, '2026-03-02'),
  claim: CLAIM,
  uscc: FIRM,
  measure: RENTAL,
  year: 2025,
  occurredOn: '2025-12-31',
  subject: null,
  facts: { serviceFee: '600000.00' },
  requestedAmount: fen(18_000_000n),
  evidence: [invoice(1)],
};

export function registered(): Books {
  const books = new Books(catalogue, QUANZHOU);
  const registration = { uscc: FIRM, name: '晋江青石智算科技有限公司', division: JINJIANG };
  books.register(event(command(clerk, '2025-01-06'), 'EnterpriseRegistered', registration));
  return books;
}

export function accepted(decision: TreasuryDecision): void {
  if (!decision.ok) throw new Error(`${decision.refusal.code}: ${decision.refusal.message.en}`);
}

/** Through all steps up to the determination: 30% of 600,000 is 180,000, half from the city and half from the county. */
export function determine(books: Books, change: Partial<SubmitClaim> = {}): void {
  const claim = change.claim ?? CLAIM;
  accepted(books.submit({ ...submission, ...change }));
  const steps: [Parameters<Books['take']>[0], Actor][] = [
    ['ACCEPT', otherClerk],
    ['REVIEW', reviewer],
    ['DETERMINE', finance],
  ];
  for (const [action, actor] of steps) accepted(books.take(action, claim, actor, { on: '2026-03-02' }));
}

export function publicised(): Books {
  const books = registered();
  determine(books);
  accepted(books.take('PUBLICISE', CLAIM, otherFinance, { on: '2026-03-02' }));
  return books;
}

export function instructed(): Books {
  const books = publicised();
  accepted(books.take('INSTRUCT', CLAIM, finance, { on: ON }));
  return books;
}

export function codeOf(decision: TreasuryDecision): string | null {
  return decision.ok ? null : decision.refusal.code;
}
