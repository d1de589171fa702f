import { parseCaseworkEvent, type CaseworkEvent } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { formatYuan, parseYuan, sum, type Fen } from '@duixian/money';
import type { Catalogue } from '@duixian/policy';
import { parsePaymentEvent, type PaymentEvent } from '@duixian/treasury';

/** What finance decided, with the case as this fold of the log sees it at that moment. */
export interface Decided {
  readonly input: { readonly id: string; readonly [field: string]: unknown };
  readonly eligible: boolean;
  readonly amount: string;
  readonly lines: readonly unknown[];
  readonly reasons: readonly string[];
}

interface Stated {
  readonly uscc: string;
  readonly measure: string;
  readonly year: number;
  division: string;
  occurredOn: string;
  subject: string | null;
  facts: Readonly<Record<string, unknown>>;
}

interface GrantedLine {
  readonly claim: string;
  readonly uscc: string;
  readonly measure: string;
  readonly year: number;
  readonly subject: string | null;
  readonly payer: string;
  readonly amount: Fen;
  standing: boolean;
}

const CITY_RENTAL = 'quanzhou-2024-7/2';
const COUNTY_RENTAL = 'jinjiang-2025-6/1.2';
const COUNTY = '350582';
/** Where a claim stands after an objection to it was upheld. */
const UPHELD = { review: 'accepted', determination: 'reviewed', resubmission: 'returned', rejection: 'rejected' };

/**
 * The demo's log, followed a second time with none of the product's ledgers: grants are added up from determinations,
 * withdrawals, bank returns and second instructions alone.
 */
export class DemoFold {
  readonly decided: Decided[] = [];
  /** Ceilings that were passed, in words; there should be none. */
  readonly passed: string[] = [];
  readonly statuses = new Map<string, string>();
  private readonly claims = new Map<string, Stated>();
  private lines: GrantedLine[] = [];

  constructor(private readonly catalogue: Catalogue) {}

  apply(event: RecordedEvent): void {
    const { stream } = event;
    if (stream.startsWith('claim-')) this.applyToClaim(stream.slice('claim-'.length), parseCaseworkEvent(event));
    if (stream.startsWith('payment-')) this.applyToPayment(parsePaymentEvent(event));
  }

  /** Fen of a year's pool that are taken up. */
  used(measure: string, year: number): bigint {
    return sum(this.standing((line) => line.measure === measure && line.year === year).map((line) => line.amount));
  }

  /** Places of a year's quota that are taken up. */
  places(measure: string, year: number): number {
    const granted = this.standing((line) => line.measure === measure && line.year === year);
    return new Set(granted.map((line) => line.claim)).size;
  }

  /** What city and counties were granted, per enterprise and year in which the city was asked. */
  sharesOf(measure: string, countyMeasure: string, city: string): { readonly city: bigint; readonly county: bigint }[] {
    const keys = new Set(this.standing((line) => line.measure === measure).map((line) => `${line.uscc} ${line.year}`));
    return [...keys].map((key) => {
      const both = this.standing(
        (line) => [measure, countyMeasure].includes(line.measure) && `${line.uscc} ${line.year}` === key,
      );
      const ofCity = both.filter((line) => line.payer === city);
      const total = sum(both.map((line) => line.amount));
      const paid = sum(ofCity.map((line) => line.amount));
      return { city: paid, county: total - paid };
    });
  }

  private applyToClaim(id: string, event: CaseworkEvent): void {
    switch (event.type) {
      case 'ClaimSubmitted': {
        const { uscc, measure, year, division, occurredOn, subject, facts } = event.data;
        this.claims.set(id, { uscc, measure, year, division, occurredOn, subject, facts });
        this.statuses.set(id, 'submitted');
        break;
      }
      case 'ClaimResubmitted': {
        const { division, occurredOn, subject, facts } = event.data;
        Object.assign(this.stated(id), { division, occurredOn, subject, facts });
        this.statuses.set(id, 'submitted');
        break;
      }
      case 'ClaimReviewed': {
        const { agreedAmount } = event.data;
        const claim = this.stated(id);
        if (agreedAmount !== null) claim.facts = { ...claim.facts, proposedAmount: agreedAmount };
        this.statuses.set(id, 'reviewed');
        break;
      }
      case 'ClaimDetermined':
      case 'ClaimDeclined':
        this.decide(id, event);
        break;
      case 'ClaimWithdrawn':
        for (const line of this.lines) if (line.claim === id) line.standing = false;
        this.statuses.set(id, 'withdrawn');
        break;
      case 'ClaimAccepted':
      case 'ClaimFirstReviewed':
        this.statuses.set(id, 'accepted');
        break;
      case 'ClaimReturned':
        this.statuses.set(id, 'returned');
        break;
      case 'ClaimRejected':
        this.statuses.set(id, 'rejected');
        break;
      case 'DeterminationPublicised':
        this.statuses.set(id, 'publicised');
        break;
      case 'ObjectionRaised':
        this.statuses.set(id, 'objected');
        break;
      case 'DelegationGiven':
      case 'DelegationEnded':
      case 'DepartmentChangeProposed':
      case 'DepartmentChangeAgreed':
      case 'DepartmentChangeRefused':
      case 'DepartmentChangeWithdrawn':
      case 'RecusalDeclared':
      case 'RecusalLifted':
      case 'PaperHandedIn':
      case 'ObjectionNoted':
      case 'ObjectorErased':
      case 'RouteStepTaken':
      case 'RouteStepForwarded':
      case 'ClaimRouteMoved':
      case 'ClaimSampled':
      case 'ClaimBatched':
      case 'ClaimSplitOut':
      case 'ClaimMinuted':
      case 'ClockSuspended':
      case 'ClockResumed':
      case 'DeadlineEscalated':
        break;
      case 'StepTakenBack':
        this.statuses.set(id, event.data.leadsTo);
        break;
      case 'ObjectionDismissed':
        this.statuses.set(id, event.data.nextAnswerBy === null ? 'publicised' : 'objected');
        break;
      case 'ObjectionUpheld':
        this.lines = this.lines.filter(({ claim }) => claim !== id);
        this.statuses.set(id, UPHELD[event.data.then]);
        break;
      case 'ClaimSettlementProposed':
        this.statuses.set(id, 'settling');
        break;
      case 'ClaimSettled':
        this.statuses.set(id, 'settled');
        break;
      case 'ClaimSettlementRefused':
      case 'PaymentsInstructed':
      case 'ClaimReopened':
        this.statuses.set(id, 'instructed');
        break;
      case 'ClaimPaid':
        this.statuses.set(id, 'paid');
        break;
      case 'GrantReserved':
      case 'GrantReleased':
      case 'EvidenceClaimed':
      case 'EvidenceFreed':
      case 'EvidenceAnswered':
      case 'EnterpriseRegistered':
      case 'RegistrationProposed':
      case 'RegistrationAgreed':
      case 'RegistrationRefused':
      case 'RegistrationWithdrawn':
      case 'EnterpriseMoved':
      case 'EnterpriseChangeProposed':
      case 'EnterpriseChangeAgreed':
      case 'EnterpriseChangeRefused':
      case 'EnterpriseChangeWithdrawn':
      case 'EnterpriseRenamed':
      case 'EnterpriseSucceeded':
      case 'EnterpriseClosed':
      case 'EntitlementInherited':
      case 'EntitlementClosed':
      case 'EntitlementReopened':
      case 'EntitlementDisinherited':
      case 'ChangeCorrectionProposed':
      case 'EnterpriseChangeCorrected':
      case 'SuccessionCorrected':
      case 'MoveProposed':
      case 'MoveAgreed':
      case 'MoveCorrected':
      case 'MoveRefused':
      case 'MoveWithdrawn':
      case 'ClaimAssigned':
      case 'CommentWritten':
      case 'CommentWithdrawn':
      case 'MentionRead':
      case 'FileAttached':
      case 'FileWithdrawn':
      case 'FileScanned':
      case 'FactChecked':
      case 'FactCheckWithdrawn':
      case 'RecognitionListProposed':
      case 'RecognitionRevocationProposed':
      case 'RecognitionAgreed':
      case 'RecognitionRefused':
      case 'RecognitionWithdrawn':
      case 'RegisterEditionOpened':
      case 'RegisterRowsRead':
      case 'RegisterEditionProposed':
      case 'RegisterEditionAgreed':
      case 'RegisterEditionRefused':
      case 'RegisterEditionWithdrawn':
      case 'EnterpriseListed':
      case 'ExclusionCleared':
      case 'SampleDrawn':
      case 'ClaimsGathered':
      case 'BatchSplit':
      case 'BatchMinuted':
      case 'RoundProposed':
      case 'RoundExtensionProposed':
      case 'RoundAgreed':
      case 'RoundRefused':
      case 'RoundWithdrawn':
      case 'CorrectionProposed':
      case 'CorrectionAgreed':
      case 'CorrectionRefused':
      case 'CorrectionWithdrawn':
      case 'PolicyVersionRecorded':
      case 'PolicyVersionMissed':
      case 'PolicyVersionProposed':
      case 'PolicyVersionAgreed':
      case 'PolicyVersionRefused':
      case 'PolicyVersionWithdrawn':
        throw new Error(`${event.type} stands in the stream of a claim.`);
    }
  }

  private applyToPayment(event: PaymentEvent): void {
    if (event.type !== 'PaymentReturned' && event.type !== 'PaymentReinstructed') return;
    const { claim, payment } = event.data;
    const line = this.lines.find((each) => each.claim === claim && payment === `${claim}-${each.payer}`);
    if (line === undefined) throw new Error(`${payment} was never determined.`);
    line.standing = event.type === 'PaymentReinstructed';
    this.checkCeilings(this.stated(claim));
  }

  private decide(id: string, event: Extract<CaseworkEvent, { type: 'ClaimDetermined' | 'ClaimDeclined' }>): void {
    const claim = this.stated(id);
    const { eligible, kind, amount, lines, subject, reasons } = event.data;
    this.decided.push({ input: this.caseOf(id, claim), eligible, amount, lines, reasons });
    this.statuses.set(id, event.type === 'ClaimDetermined' ? 'determined' : 'declined');
    if (event.type === 'ClaimDeclined' || kind === 'loan-limit') return;
    const { uscc, measure, year } = claim;
    for (const { payer, amount: yuan } of lines) {
      this.lines.push({ claim: id, uscc, measure, year, subject, payer, amount: fenOf(yuan), standing: true });
    }
    this.checkCeilings(claim);
  }

  /** The case that the command line is asked: history and programme come from this fold, never from the event. */
  private caseOf(id: string, { uscc, measure, year, division, occurredOn, subject, facts }: Stated): Decided['input'] {
    const granted = this.standing((line) => line.uscc === uscc).map((line) => ({
      measure: line.measure,
      year: line.year,
      subject: line.subject,
      payer: line.payer,
      amount: formatYuan(line.amount),
    }));
    const programme = { poolUsed: yuanOf(this.used(measure, year)), quotaUsed: this.places(measure, year) };
    const enterprise = { division };
    return {
      id,
      measure,
      year,
      occurredOn,
      enterprise,
      facts,
      granted,
      programme,
      ...(subject === null ? {} : { subject }),
    };
  }

  private checkCeilings({ uscc, measure, year }: Stated): void {
    const limits = this.catalogue.limitsFor(measure);
    const own = this.standing((line) => line.uscc === uscc && line.measure === measure);
    this.check(
      `${measure} ${uscc} ${year}`,
      own.filter((line) => line.year === year),
      limits?.year ?? null,
    );
    this.check(`${measure} ${uscc}`, own, limits?.total ?? null);
    const all = this.standing((line) => line.measure === measure && line.year === year);
    this.check(`${measure} ${year}`, all, limits?.pool ?? null);
    if (limits?.quota != null && this.places(measure, year) > limits.quota)
      this.passed.push(`${measure} ${year} places`);
    const rental = this.standing(
      (line) => line.uscc === uscc && line.year === year && [CITY_RENTAL, COUNTY_RENTAL].includes(line.measure),
    );
    this.check(`rental ${uscc} ${year}`, rental, this.catalogue.limitsFor(CITY_RENTAL)?.year ?? null);
    const byJinjiang = rental.filter((line) => line.payer === COUNTY);
    this.check(`rental of Jinjiang ${uscc} ${year}`, byJinjiang, this.catalogue.limitsFor(COUNTY_RENTAL)?.year ?? null);
  }

  private check(name: string, lines: readonly GrantedLine[], ceiling: bigint | null): void {
    if (ceiling !== null && sum(lines.map((line) => line.amount)) > ceiling) this.passed.push(name);
  }

  private standing(matches: (line: GrantedLine) => boolean): GrantedLine[] {
    return this.lines.filter((line) => line.standing && matches(line));
  }

  private stated(id: string): Stated {
    const claim = this.claims.get(id);
    if (claim === undefined) throw new Error(`The log decides on ${id} before it was submitted.`);
    return claim;
  }
}

function fenOf(yuan: string): Fen {
  const amount = parseYuan(yuan);
  if (amount === null) throw new RangeError(`${yuan} is no amount of yuan.`);
  return amount;
}

function yuanOf(fen: bigint): string {
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
}
