import {
  bankReferenceAccount,
  officeFor,
  paymentId,
  routeOn,
  stepOf,
  type Actor,
  type ClaimAction,
  type ClaimOffice,
  type Command,
} from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import type { AttemptCommand } from '@duixian/treasury';
import { acceptLacking } from '../claim/steps/accept-lacking.js';
import { determineClaim } from '../claim/steps/determine-claim.js';
import { plainCommand, reasonedCommand } from '../claim/steps/plain-steps.js';
import { publiciseClaim } from '../claim/steps/publicise-claim.js';
import { raiseObjection } from '../claim/steps/raise-objection.js';
import { resubmitClaim } from '../claim/steps/resubmit-claim.js';
import { returnClaim } from '../claim/steps/return-claim.js';
import { reviewClaim } from '../claim/steps/review-claim.js';
import { settleObjection } from '../claim/steps/settle-objection.js';
import { takeStep } from '../claim/steps/take-step.js';
import { suspendClock } from '../claim/steps/suspend-clock.js';
import { ReportOverdueCommand } from '../claim/deadline/report-overdue.js';
import { SubmitClaimCommand } from '../claim/submit/submit-claim.js';
import { instructPayments } from '../payment/steps/instruct-payments.js';
import { confirmPayment, recordBankReturn, reinstructPayment } from '../payment/steps/payment-steps.js';
import { agreeSettlement, proposeSettlement } from '../payment/steps/settlement.js';
import { columnOfField, TREASURY_COLUMNS, type TreasuryLevel } from './claim-columns.js';
import type { ClaimRow, DatedDeed, Deed } from './claim-row.js';
import { byInstallation } from '../command/by-installation.js';
import { commandIdOf } from '../command/command-id.js';
import type { ImportStep, Planned } from './import-step.js';
import { turnOf, type Offices } from './offices.js';
import type { RowPlace } from './row-problem.js';

/** What planning needs to know beside the files. */
export interface PlanContext {
  readonly catalogue: Catalogue;
  readonly offices: Offices;
}

/** Where a row's claim belongs. */
interface Setting {
  readonly row: ClaimRow;
  readonly division: string;
  readonly keys: readonly string[];
}

type RouteDeed = Extract<Deed, { kind: 'route-step' }>;
/** Key of the condition on which a review agrees; see `conditionsOf`. */
const LEAD_CONDITION = 'review';

type TreasuryDeed = Extract<Deed, { level: TreasuryLevel }>;
/** What is no step of the way: whoever took the step before is still who took the last one. */
type DeedBeside = Extract<Deed, { kind: 'suspend' | 'report-overdue' | 'object' }>;

/** Turns the rows of one claim into commands, row by row; it remembers who took the step before. */
export class ClaimPlanner {
  private readonly steps: ImportStep[] = [];
  private readonly unstaffed: RowPlace[] = [];
  private readonly offices: Offices;
  private readonly catalogue: Catalogue;
  private rows = 0;
  private lastActor: Actor | null = null;
  private lastReviewer: Actor | null = null;
  private readonly lastPayers = new Map<TreasuryLevel, Actor>();
  /** Of the levels that were instructed again: how many times they were instructed. */
  private readonly attempts = new Map<TreasuryLevel, number>();
  private isAccepted = false;
  private isReviewed = false;

  constructor({ offices, catalogue }: PlanContext) {
    this.offices = offices;
    this.catalogue = catalogue;
  }

  add(row: ClaimRow, division: string, keys: readonly string[]): void {
    this.rows += 1;
    this.isAccepted = false;
    for (const deed of row.deeds) this.addDeed(deed, { row, division, keys });
  }

  planned(): Planned {
    return { steps: this.steps, unstaffed: this.unstaffed };
  }

  private addDeed({ deed, on, place }: DatedDeed, setting: Setting): void {
    const actor = this.actorOf(deed, setting);
    if (actor === null) {
      this.unstaffed.push(place);
      return;
    }
    const { row, keys } = setting;
    const commandId = this.commandIdOf(deed, place, row.claim);
    const origin = { commandId, tenant: row.measure.policy.tenant, actor, on };
    this.steps.push({
      place,
      on,
      matter: row.claim,
      keys: [...keys, ...settlementKeys(deed, setting)],
      command: this.commandOf(deed, origin, setting),
      columnOf: (field) => columnOf(field, deed, row),
    });
    this.remember(deed, actor);
  }

  private commandIdOf(deed: Deed, { column }: RowPlace, claim: string): string {
    if (deed.kind === 'object') return this.objectionId(claim, deed.number);
    const inCell = deed.kind === 'route-step' ? [deed.said.step] : 'number' in deed ? [String(deed.number)] : [];
    return commandIdOf('claim', claim, String(this.rows), column ?? '', ...inCell);
  }

  private objectionId(claim: string, number: number): string {
    return commandIdOf('objection', claim, String(this.rows), String(number));
  }

  private actorOf(deed: Deed, { row, division }: Setting): Actor | null {
    const turn = turnOf(row.claim);
    switch (deed.kind) {
      case 'confirm':
      case 'bank-return':
        return this.offices.forTreasury(payerOf(deed, row, division), this.lastOf(deed.level), turn);
      case 'report-overdue':
        return byInstallation(row.measure.policy.tenant, '', '').actor;
      case 'reinstruct':
        return this.offices.forClaim('finance', { division, measure: row.measure }, this.lastOf(deed.level), turn);
      case 'route-step':
        return this.ofRoute(deed.said.step, row, division, turn);
      case 'submit':
      case 'accept':
      case 'accept-lacking':
      case 'review':
      case 'determine':
      case 'publicise':
      case 'instruct':
      case 'ending':
      case 'agree-settlement':
      case 'suspend':
      case 'object':
        return this.offices.forClaim(this.officeOf(deed), { division, measure: row.measure }, this.lastActor, turn);
      case 'answer-objection':
        return this.offices.forClaim('reviewer', { division, measure: row.measure }, this.lastReviewer, turn);
    }
  }

  /** The office that takes the step from where the row has come to; where none does there, whichever takes it at all. */
  private officeOf(
    deed: Exclude<Deed, TreasuryDeed | RouteDeed | { kind: 'report-overdue' | 'answer-objection' }>,
  ): ClaimOffice {
    const status = this.isReviewed ? 'reviewed' : this.isAccepted ? 'accepted' : 'submitted';
    const action = actionOf(deed);
    return officeFor(action, status) ?? Object.values(stepOf(action).from)[0] ?? 'clerk';
  }

  /** Of the office of the step; of the lead department where the route has no such step, so that the refusal says why. */
  private ofRoute(step: string, row: ClaimRow, division: string, turn: number): Actor | null {
    const { claim: id, measure, application, deeds } = row;
    const stated = { id, measure: measure.id, division, requestedAmount: application.requestedAmount };
    const route = routeOn(this.catalogue, stated, deeds[0]?.on ?? '');
    if (route === null || 'withoutOffice' in route) {
      return this.offices.forClaim('reviewer', { division, measure }, this.lastActor, turn);
    }
    const found = route.stages.flatMap(({ steps }) => steps).find(({ key }) => key === step);
    return this.offices.forRoute(found?.office ?? route.lead, this.lastActor, turn);
  }

  private lastOf(level: TreasuryLevel): Actor | null {
    return this.lastPayers.get(level) ?? this.lastActor;
  }

  private attemptOf(level: TreasuryLevel): number {
    return this.attempts.get(level) ?? 1;
  }

  private remember(deed: Deed, actor: Actor): void {
    if ('level' in deed) {
      this.lastPayers.set(deed.level, actor);
      if (deed.kind === 'reinstruct') this.attempts.set(deed.level, this.attemptOf(deed.level) + 1);
      return;
    }
    if (isBeside(deed)) return;
    this.lastActor = actor;
    if (deed.kind === 'review') this.lastReviewer = actor;
    this.isAccepted ||= deed.kind === 'accept' || deed.kind === 'accept-lacking';
    this.isReviewed ||= deed.kind === 'review';
  }

  private commandOf(deed: Deed, origin: Command, { row, division }: Setting): ImportStep['command'] {
    const onClaim = { ...origin, claim: row.claim };
    switch (deed.kind) {
      case 'submit':
        return this.submission(onClaim, row);
      case 'accept':
        return plainCommand('ACCEPT', onClaim);
      case 'accept-lacking':
        return new acceptLacking.Command({ ...onClaim, kinds: deed.kinds });
      case 'review':
        return new reviewClaim.Command({
          ...onClaim,
          opinion: deed.opinion,
          agreedAmount: deed.agreedAmount,
          distinction: deed.distinction,
          ...(deed.conditions === null ? {} : { conditions: deed.conditions }),
        });
      case 'route-step':
        return new takeStep.Command({ ...onClaim, ...deed.said, conditions: null });
      case 'determine':
        return new determineClaim.Command({
          ...onClaim,
          ...(deed.met === null ? {} : { conditions: [{ condition: LEAD_CONDITION, met: true, reason: deed.met }] }),
        });
      case 'publicise':
        return new publiciseClaim.Command({ ...onClaim, days: deed.days });
      case 'object':
        return new raiseObjection.Command({
          ...onClaim,
          receivedOn: origin.on,
          objector: deed.objector === null ? null : { ...deed.objector, kind: 'person', sealed: false },
          ...{ what: deed.what, evidence: null },
        });
      case 'answer-objection': {
        const { number, then, reason } = deed;
        const objection = this.objectionId(row.claim, number);
        return new settleObjection.Command({ ...onClaim, objection, upheld: then !== null, then, reason });
      }
      case 'instruct':
        return new instructPayments.Command(onClaim);
      case 'ending': {
        const { action, reason, items } = deed;
        const request = { ...onClaim, reason };
        if (action === 'RETURN') return new returnClaim.Command({ ...request, items, lateReason: null });
        return action === 'SETTLE' ? new proposeSettlement.Command(request) : reasonedCommand(action, request);
      }
      case 'agree-settlement':
        return new agreeSettlement.Command(onClaim);
      case 'suspend': {
        const { ground, basis, reason } = deed;
        return new suspendClock.Command({ ...onClaim, ground, basis, reason });
      }
      case 'report-overdue':
        return new ReportOverdueCommand(onClaim);
      case 'confirm':
      case 'bank-return':
      case 'reinstruct':
        return paymentCommand(deed, {
          ...origin,
          payment: paymentId(row.claim, payerOf(deed, row, division)),
          attempt: this.attemptOf(deed.level),
        });
    }
  }

  /** The first row of a claim submits it; a later one states it anew. */
  private submission(onClaim: Command & { readonly claim: string }, row: ClaimRow): ImportStep['command'] {
    const { application, answers, uscc, measure, year } = row;
    if (this.rows > 1) return new resubmitClaim.Command({ ...onClaim, ...application, answers });
    return new SubmitClaimCommand({ ...onClaim, ...application, uscc, measure: measure.id, year });
  }
}

/** The step that a deed is; who submits a claim is who states it anew. */
function actionOf(
  deed: Exclude<Deed, TreasuryDeed | RouteDeed | { kind: 'report-overdue' | 'answer-objection' }>,
): ClaimAction {
  switch (deed.kind) {
    case 'submit':
      return 'RESUBMIT';
    case 'accept':
      return 'ACCEPT';
    case 'accept-lacking':
      return 'ACCEPT_LACKING';
    case 'review':
      return 'REVIEW';
    case 'determine':
      return 'DETERMINE';
    case 'publicise':
      return 'PUBLICISE';
    case 'instruct':
      return 'INSTRUCT';
    case 'ending':
      return deed.action;
    case 'agree-settlement':
      return 'AGREE_SETTLEMENT';
    case 'suspend':
      return 'SUSPEND';
    case 'object':
      return 'RAISE_OBJECTION';
  }
}

function isBeside(deed: Deed): deed is DeedBeside {
  return deed.kind === 'suspend' || deed.kind === 'report-overdue' || deed.kind === 'object';
}

function paymentCommand(deed: TreasuryDeed, onAttempt: AttemptCommand): ImportStep['command'] {
  const { attempt, ...onPayment } = onAttempt;
  switch (deed.kind) {
    case 'confirm':
      return new confirmPayment.Command({ ...onAttempt, bankReference: deed.bankReference, paidOn: onAttempt.on });
    case 'bank-return':
      return new recordBankReturn.Command({ ...onAttempt, reason: deed.reason, returnedOn: onAttempt.on });
    case 'reinstruct':
      return new reinstructPayment.Command(onPayment);
  }
}

function payerOf({ level }: TreasuryDeed, { measure }: ClaimRow, division: string): string {
  return level === 'own' ? measure.policy.division : division;
}

/** A bank's reference settles one payment: of two that name it, the first wins. */
function settlementKeys(deed: Deed, { row, division }: Setting): string[] {
  return deed.kind === 'confirm' ? [bankReferenceAccount(payerOf(deed, row, division), deed.bankReference)] : [];
}

function columnOf(field: string, deed: Deed, { measure }: ClaimRow): string | null {
  if (!('level' in deed)) return columnOfField(measure, field);
  const columns = TREASURY_COLUMNS[deed.level];
  switch (field) {
    case 'bankReference':
      return columns.bankReference;
    case 'paidOn':
      return columns.paid;
    case 'reason':
      return columns.returnReason;
    default:
      return null;
  }
}
