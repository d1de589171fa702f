import { usccOf, type Answer, type Api, type Official } from './api.spec.js';

export const CITY = '350500';
export const COUNTY = '350582';
export const OTHER_COUNTY = '350583';
/** 算力租用补助: 30% of a yearly fee, at most 300,000 a year, city and county half each. */
export const RENTAL = 'quanzhou-2024-7/2';
/** 优秀应用场景奖励: 100,000 for each scenario, paid by the city. */
export const SCENARIO = 'quanzhou-2024-7/3';
/** “揭榜挂帅”: up to 2,000,000, as the lead department proposes. */
export const TASK = 'quanzhou-2024-7/9';

/** The first day of the specs; Quanzhou's policy is in force. */
export const TODAY = '2026-03-02';

/** What is left out of a submission is as in a plain claim for computing power that was rented. */
export interface Submission {
  readonly uscc: string;
  readonly measure?: string;
  readonly year?: number;
  readonly occurredOn?: string;
  readonly subject?: string | null;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly requestedAmount?: string;
  readonly evidence?: readonly { readonly kind: string; readonly number: string }[];
  readonly commandId?: string;
}

/** The offices of Quanzhou and of two of its counties, and a claim's way through them over HTTP. */
export class Bureau {
  private numbers = 0;

  private constructor(
    readonly api: Api,
    readonly clerk: Official,
    readonly otherClerk: Official,
    /** Of 市数据管理局, 市工信局 and 市科技局. */
    readonly reviewers: Readonly<Record<string, Official>>,
    readonly finance: Official,
    readonly otherFinance: Official,
    readonly cityTreasury: Official,
    readonly countyTreasury: Official,
  ) {}

  static async open(api: Api): Promise<Bureau> {
    api.today(TODAY);
    const data = await api.hire('reviewer', CITY, '市数据管理局');
    const industry = await api.hire('reviewer', CITY, '市工信局');
    const science = await api.hire('reviewer', CITY, '市科技局');
    return new Bureau(
      api,
      await api.hire('clerk', COUNTY),
      await api.hire('clerk', CITY),
      { [RENTAL]: data, [SCENARIO]: industry, [TASK]: science },
      await api.hire('finance', CITY),
      await api.hire('finance', CITY),
      await api.hire('treasury', CITY),
      await api.hire('treasury', COUNTY),
    );
  }

  reviewer(measure = RENTAL): Official {
    const reviewer = this.reviewers[measure];
    if (reviewer === undefined) throw new Error(`Nobody reviews ${measure}.`);
    return reviewer;
  }

  /** A new enterprise of the county; gives its code. */
  async enterprise(): Promise<string> {
    const uscc = usccOf(COUNTY, ++this.numbers);
    const answer = await this.api.send(this.clerk, 'registerEnterprise', {
      uscc,
      name: `晋江青石智算科技${this.numbers}号有限公司（虚构）`,
      division: COUNTY,
    });
    return expectDone(answer, 'Enterprise').id;
  }

  submission(stated: Submission): object {
    const measure = stated.measure ?? RENTAL;
    const isRental = measure === RENTAL;
    return {
      measure,
      year: 2025,
      occurredOn: '2025-12-31',
      subject: isRental ? null : '智能质检场景',
      facts: isRental ? { serviceFee: '400000.00' } : {},
      requestedAmount: '120000.00',
      evidence: [],
      ...stated,
    };
  }

  async submitted(stated: Submission): Promise<string> {
    return expectDone(await this.api.send(this.clerk, 'submitClaim', this.submission(stated)), 'Claim').id;
  }

  async accepted(stated: Submission): Promise<string> {
    const claim = await this.submitted(stated);
    expectDone(await this.api.send(this.otherClerk, 'acceptClaim', { claim }), 'Claim');
    return claim;
  }

  async reviewed(stated: Submission, agreedAmount: string | null = null): Promise<string> {
    const claim = await this.accepted(stated);
    const reviewer = this.reviewer(stated.measure);
    expectDone(await this.api.send(reviewer, 'reviewClaim', { claim, opinion: '属实', agreedAmount }), 'Claim');
    return claim;
  }

  async determined(stated: Submission, agreedAmount: string | null = null): Promise<string> {
    const claim = await this.reviewed(stated, agreedAmount);
    expectDone(await this.api.send(this.finance, 'determineClaim', { claim }), 'Claim');
    return claim;
  }

  async publicised(stated: Submission): Promise<string> {
    const claim = await this.determined(stated);
    expectDone(await this.api.send(this.otherFinance, 'publiciseClaim', { claim, days: 7 }), 'Claim');
    return claim;
  }

  /** Instructs at once: from then on it is ten days later. */
  async instructed(stated: Submission): Promise<Answer> {
    const claim = await this.publicised(stated);
    this.api.today('2026-03-12');
    const answer = await this.api.send(this.finance, 'instructPayments', { claim });
    return expectDone(answer, 'Claim');
  }
}

/** The answer, when it is no refusal. */
export function expectDone(answer: Answer, typename: string): Answer {
  if (answer.__typename !== typename) throw new Error(`${answer.code}: ${JSON.stringify(answer)}`);
  return answer;
}
