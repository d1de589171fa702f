import { randomUUID } from 'node:crypto';
import { isPayable } from '@duixian/policy';
import { readCatalogue } from '@duixian/policy-files';
import { Law } from '../policy/law/law.js';
import { usccOf, type Answer, type Api, type Official } from './api.spec.js';

/** The first day of the specs: Quanzhou's and Jinjiang's policies are in force. */
export const TODAY = '2026-08-03';

export const CITY = '350500';
export const COUNTY = '350582';
export const OTHER_COUNTY = '350583';

/** 算力租用补助: 30% of a yearly fee, at most 300,000 a year, city and county half each. */
export const RENTAL = 'quanzhou-2024-7/2';
/** Jinjiang's share of the same: 15%, at most 150,000. */
export const COUNTY_RENTAL = 'jinjiang-2025-6/1.2';
/** 优秀应用场景奖励: 100,000 for each scenario, paid by the city. */
export const SCENARIO = 'quanzhou-2024-7/3';
/** “揭榜挂帅”项目经费支持: up to 2,000,000 for each task, as the lead department proposes. */
export const TASK = 'quanzhou-2024-7/9';

/** What is left out of a submission is as in a plain claim for computing power that was rented for 400,000. */
export interface Submission {
  readonly uscc: string;
  readonly measure?: string;
  readonly year?: number;
  readonly occurredOn?: string;
  readonly subject?: string | null;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly requestedAmount?: string;
  readonly evidence?: readonly StatedDocument[];
  readonly commandId?: string;
}

/** A document as an input names it; an invoice without its details is one of 10,600,000.00 of the matter's day. */
interface StatedDocument {
  readonly kind: string;
  readonly number: string;
  readonly invoice?: object;
  readonly party?: string;
}

/** An invoice of 10,600,000.00 with tax, issued on the day. */
export function invoice(number: string, day = '2025-12-31', change: object = {}): StatedDocument {
  const seller = { seller: '福州云岭云计算有限公司（虚构）', sellerUscc: usccOf('350102', 1) };
  const details = { ...seller, issuedOn: day, amount: '10000000.00', tax: '600000.00', ...change };
  return { kind: 'INVOICE', number, invoice: details };
}

const catalogue = readCatalogue();
let documents = 0;

/** Documents as the measure asks for them, on which no other claim rests. */
export function freshEvidence(measure = RENTAL, day = '2025-12-31'): StatedDocument[] {
  const clause = catalogue.measure(measure)?.clause;
  const kinds = clause !== undefined && isPayable(clause) ? (clause.evidence ?? []) : [];
  return kinds.map((kind) => {
    documents += 1;
    const number = `${day.slice(2, 4)}${String(documents).padStart(18, '0')}`;
    if (kind === 'invoice') return invoice(number, day);
    // A recognition may be shown by its certificate.
    return { kind: kind === 'contract' ? 'CONTRACT' : 'CERTIFICATE', number: `JZ-${documents}` };
  });
}

/** A submission with everything in it, as the window sends it. */
export function submission(stated: Submission) {
  const { measure = RENTAL, occurredOn = '2025-12-31' } = stated;
  const isRental = [RENTAL, COUNTY_RENTAL].includes(measure);
  const evidence = stated.evidence ?? freshEvidence(measure, occurredOn);
  return {
    measure: RENTAL,
    year: 2025,
    occurredOn: '2025-12-31',
    subject: isRental ? null : '智能质检场景',
    facts: isRental ? { serviceFee: '400000.00' } : {},
    // What 30 % of the fee come to; of other facts, more than any clause grants here.
    requestedAmount: stated.facts === undefined ? '120000.00' : '10000000.00',
    commandId: randomUUID(),
    ...stated,
    evidence: evidence.map((each) =>
      each.kind === 'INVOICE' ? { ...invoice(each.number, occurredOn), ...each } : each,
    ),
  };
}

/** The offices of a city, and a claim's way through them over HTTP. Each stage begins with the one before it. */
export class Bureau {
  private readonly treasuries = new Map<string, Official>();
  private readonly reviewers = new Map<string, Official>();
  private enterprises = 0;

  private constructor(
    readonly api: Api,
    readonly city: string,
    readonly county: string,
    readonly clerk: Official,
    readonly otherClerk: Official,
    readonly finance: Official,
    readonly otherFinance: Official,
  ) {}

  /** @param today null: as it is. */
  static async open(api: Api, city = CITY, county = COUNTY, today: string | null = TODAY): Promise<Bureau> {
    if (today !== null) api.today(today);
    return new Bureau(
      api,
      city,
      county,
      await api.hire('clerk', city),
      await api.hire('clerk', city),
      await api.hire('finance', city),
      await api.hire('finance', city),
    );
  }

  /** Somebody of the department that leads the measure. */
  async reviewer(measure = RENTAL): Promise<Official> {
    const found = this.api.app.get(Law).known.measure(measure);
    if (found === undefined) throw new Error(`There is no measure ${measure}.`);
    const { division } = found.policy;
    const { lead } = found.clause.departments;
    return this.kept(this.reviewers, division + lead, () => this.api.hire('reviewer', division, lead));
  }

  async treasury(payer: string): Promise<Official> {
    return this.kept(this.treasuries, payer, () => this.api.hire('treasury', payer));
  }

  /** A new enterprise; gives its code. */
  async enterprise(division = this.county): Promise<string> {
    const uscc = usccOf(division, ++this.enterprises);
    const name = `青石智算科技${this.enterprises}号有限公司（虚构）`;
    await this.done(this.clerk, 'registerEnterprise', { uscc, name, division });
    const account = {
      uscc,
      holder: name,
      bank: '虚构银行',
      cnaps: '000000000001',
      number: `99000000${this.enterprises}`,
    };
    const [first] = (await this.done(this.clerk, 'proposeAccountChange', account)).bankAccounts;
    await this.done(this.otherClerk, 'agreeAccountChange', { uscc, proposal: first?.id });
    return uscc;
  }

  /** Moves an enterprise, in the days of the move itself: nobody enters one much later. */
  async moved(uscc: string, division: string, on: string, today = TODAY): Promise<void> {
    this.api.today(on);
    const { moveProposals } = await this.done(this.clerk, 'proposeMove', { uscc, division, on });
    await this.done(this.otherClerk, 'agreeMove', { uscc, proposal: moveProposals[0]?.id });
    this.api.today(today);
  }

  /** A new enterprise that was entered on an earlier day. */
  async enterpriseOf(day: string, division = this.county, today = TODAY): Promise<string> {
    this.api.today(day);
    const uscc = await this.enterprise(division);
    this.api.today(today);
    return uscc;
  }

  async submitted(stated: Submission): Promise<string> {
    return (await this.done(this.clerk, 'submitClaim', submission(stated))).id;
  }

  async accepted(stated: Submission): Promise<string> {
    const claim = await this.submitted(stated);
    await this.done(this.otherClerk, 'acceptClaim', { claim });
    return claim;
  }

  async reviewed(stated: Submission, agreedAmount: string | null = null): Promise<string> {
    const claim = await this.accepted(stated);
    await this.done(await this.reviewer(stated.measure), 'reviewClaim', { claim, opinion: '属实', agreedAmount });
    return claim;
  }

  async determined(stated: Submission, agreedAmount: string | null = null): Promise<Answer> {
    const claim = await this.reviewed(stated, agreedAmount);
    return this.done(this.finance, 'determineClaim', { claim });
  }

  async publicised(stated: Submission): Promise<string> {
    const claim = (await this.determined(stated)).id;
    await this.done(this.otherFinance, 'publiciseClaim', { claim, days: 7 });
    return claim;
  }

  /** From then on it is the 12th, when the publicity is over. */
  async instructed(stated: Submission): Promise<Answer> {
    this.api.today(TODAY);
    const claim = await this.publicised(stated);
    this.api.today('2026-08-13');
    return this.done(this.finance, 'instructPayments', { claim });
  }

  /** Sends a mutation that has to succeed. */
  async done(official: Official, mutation: string, input: object): Promise<Answer> {
    const answer = await this.api.send(official, mutation, input);
    if ('code' in answer) throw new Error(`${mutation} was refused: ${JSON.stringify(answer)}`);
    return answer;
  }

  private async kept(office: Map<string, Official>, key: string, hire: () => Promise<Official>): Promise<Official> {
    const official = office.get(key) ?? (await hire());
    office.set(key, official);
    return official;
  }
}
