import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  catalogue,
  CITY,
  CLAIM,
  claimAfter,
  clerk,
  command,
  COUNTY,
  COUNTY_RENTAL,
  determined,
  finance,
  instructed,
  movesBy,
  official,
  otherClerk,
  otherFinance,
  publicised,
  recordedBy,
  refusalBy,
  RENTAL,
  reviewed,
  reviewer,
  submitted,
  USCC,
} from '../../spec/fixtures.spec.js';
import { event, eventAt, type Decision } from '../../common/decision.js';
import { foldEntitlement, initialEntitlement } from '../../entitlement/entitlement.js';
import { parseClaimEvent } from '../../parse-event.js';
import type { RaiseObjection, SettleObjection } from '../claim-command.js';
import type { ClaimEvent } from '../claim-event.js';
import { nextAnswerBy } from '../objection.js';
import { UPHELD_STEPS, type ObjectorMask } from '../objection-schema.js';
import { refusalOf } from '../standing.js';
import { decideObjectionAnswer } from './objection-answer.js';
import { decideRaisedObjection } from './objection.js';

/** Shown from 2026-03-03 to 2026-03-10. */
const LIFE = [submitted(), accepted, reviewed, determined, publicised];
const otherReviewer = official('other-reviewer', 'reviewer', CITY, '市数据管理局');
const PERSON: ObjectorMask = { kind: 'person', name: '林**', phone: '*******0000', hash: 'h' };

function raise(change: Partial<RaiseObjection> = {}, events: readonly ClaimEvent[] = LIFE) {
  const { on = '2026-03-05', actor = clerk } = change;
  const stated = { receivedOn: on, by: PERSON, sealed: false, what: '未实际租用算力', evidence: '照片三张' };
  const request = { ...command(actor, on), claim: CLAIM, commandId: 'O1', ...stated, ...change };
  return decideRaisedObjection({ command: request, claim: claimAfter(...events), catalogue });
}

function settle(
  events: readonly ClaimEvent[],
  change: Partial<SettleObjection> = {},
  entitlement = initialEntitlement,
) {
  const { actor = otherReviewer, on = '2026-03-06' } = change;
  const answer = { objection: 'O1', upheld: false, then: null, reason: '经核实，租用属实' };
  const request = { ...command(actor, on), claim: CLAIM, ...answer, ...change };
  return decideObjectionAnswer({ command: request, claim: claimAfter(...events), entitlement, catalogue });
}

/** What a decision records of the claim, as the log gives it back. */
function eventsBy(decision: Decision<{ readonly type: string }>): ClaimEvent[] {
  if (!decision.ok) throw new Error(decision.refusal.message.en);
  return decision.streams
    .filter(({ stream }) => stream === `claim-${CLAIM}`)
    .flatMap(({ events }) => events as ClaimEvent[])
    .map((each) => parseClaimEvent(each));
}

const frozen = (...changes: Partial<RaiseObjection>[]) =>
  (changes.length === 0 ? [{}] : changes).reduce<ClaimEvent[]>(
    (events, change) => [...events, ...eventsBy(raise(change, events))],
    [...LIFE],
  );

function instructing(events: readonly ClaimEvent[], on: string, actor = finance): string | undefined {
  return refusalOf('INSTRUCT', claimAfter(...events), actor, { on, catalogue, evidence: [] })?.code;
}

describe('an objection', () => {
  it('under a real name, and in time, freezes the claim, and is to be answered within five working days', () => {
    expect(recordedBy(raise())).toEqual({
      [`claim-${CLAIM}`]: [
        {
          type: 'ObjectionRaised',
          data: {
            objection: 'O1',
            receivedOn: '2026-03-05',
            by: PERSON,
            what: '未实际租用算力',
            evidence: '照片三张',
            workingDays: 5,
            // Thursday: Friday, and Monday to Thursday.
            answerBy: '2026-03-12',
            counted: 'schedule',
          },
        },
      ],
    });
    expect(claimAfter(...frozen()).status).toBe('objected');
    expect(instructing(LIFE, '2026-03-11')).toBeUndefined();
    expect(instructing(frozen(), '2026-03-11')).toBe('OBJECTION_OPEN');
  });

  it('is kept out by no number of hints, of which only so many are taken', () => {
    const anonymous = Array.from({ length: 10 }, (_, index) => ({ commandId: `H${index}`, by: null }));
    const hinted = frozen(...anonymous);
    expect(refusalBy(raise({ commandId: 'H10', by: null }, hinted))?.code).toBe('ALREADY_DECIDED');
    expect(eventsBy(raise({}, hinted))).toMatchObject([{ type: 'ObjectionRaised' }]);
  });

  it('is taken in all the same where nobody knows the working days, and given more time rather than less', () => {
    const shown = eventAt(2, command(otherFinance, '2027-03-01'), 'DeterminationPublicised', {
      ...{ from: '2027-03-01', until: '2027-03-08', days: 7, unit: 'days' as const, least: 7 },
    });
    const [raised] = eventsBy(raise({ on: '2027-03-02' }, [submitted(), accepted, reviewed, determined, shown]));
    expect(raised?.data).toMatchObject({ counted: 'cautious' });
  });

  it.each([
    ['anonymous', { by: null }],
    ['unsealed', { by: { ...PERSON, kind: 'unit' as const } }],
    ['late', { on: '2026-03-11' }],
  ])('that is %s is a hint, and stops nothing', (why, change) => {
    const [noted] = eventsBy(raise(change));
    expect(noted).toMatchObject({ type: 'ObjectionNoted', data: { why } });
    const events = [...LIFE, noted ?? instructed];
    expect(claimAfter(...events).status).toBe('publicised');
    expect(instructing(events, '2026-03-11')).toBeUndefined();
  });

  it('of a unit with its seal counts, and so does one that came in time and is recorded after the last day', () => {
    const unit = { by: { ...PERSON, kind: 'unit' as const }, sealed: true };
    expect(eventsBy(raise(unit))).toMatchObject([{ type: 'ObjectionRaised' }]);
    expect(eventsBy(raise({ on: '2026-03-12', receivedOn: '2026-03-10' }))).toMatchObject([
      { type: 'ObjectionRaised' },
    ]);
  });

  it('that is recorded once payment is instructed is a hint, though it came in time', () => {
    const paid = [...LIFE, event(command(finance, '2026-03-11'), 'PaymentsInstructed', { payments: [] })];
    const [noted] = eventsBy(raise({ on: '2026-03-12', receivedOn: '2026-03-10' }, paid));
    expect(noted).toMatchObject({ type: 'ObjectionNoted', data: { why: 'instructed' } });
    expect(claimAfter(...paid, noted ?? instructed).status).toBe('instructed');
  });

  it.each([
    ['receivedOn', { receivedOn: '2026-03-02' }],
    ['receivedOn', { receivedOn: '2026-03-06' }],
    ['what', { what: ' ' }],
    ['what', { what: '联系人 138 0013 8000' }],
    ['evidence', { evidence: 'x'.repeat(2001) }],
  ])('with a wrong %s is refused by its name', (field, change) => {
    expect(refusalBy(raise(change))).toEqual({ code: 'INVALID_INPUT', field });
  });

  it('is recorded by the window of the enterprise, on a claim that was shown', () => {
    expect(refusalBy(raise({ actor: otherClerk }))).toBeNull();
    expect(refusalBy(raise({ actor: official('x', 'clerk', '350583') }))?.code).toBe('NOT_YOUR_OFFICE');
    expect(refusalBy(raise({ actor: finance }))?.code).toBe('NOT_YOUR_OFFICE');
    expect(refusalBy(raise({}, LIFE.slice(0, 4)))?.code).toBe('NOT_YOUR_TURN');
  });

  it('lets nobody take two steps: who publicised does not instruct, whatever was objected between', () => {
    const between = frozen({ by: null });
    expect(instructing(between, '2026-03-11', otherFinance)).toBe('SAME_PERSON');
    const answered = [...frozen(), ...eventsBy(settle(frozen()))];
    expect(instructing(answered, '2026-03-11', otherFinance)).toBe('SAME_PERSON');
    expect(instructing(answered, '2026-03-11')).toBeUndefined();
  });

  it('is one of twenty at the most', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ commandId: `O${index}` }));
    expect(refusalBy(raise({}, frozen(...many)))?.code).toBe('ALREADY_DECIDED');
  });
});

describe('the answer to an objection', () => {
  it('that it is not upheld lets the claim go on, once the publicity is over and none is open', () => {
    const two = frozen({}, { commandId: 'O2', on: '2026-03-09' });
    expect(nextAnswerBy(claimAfter(...two).objections)).toBe('2026-03-12');
    const one = [...two, ...eventsBy(settle(two))];
    expect(claimAfter(...one)).toMatchObject({ status: 'objected' });
    expect(nextAnswerBy(claimAfter(...one).objections)).toBe('2026-03-16');
    const none = [...one, ...eventsBy(settle(one, { objection: 'O2' }))];
    expect(claimAfter(...none).objections).toMatchObject([
      { standing: 'dismissed', answer: { reason: '经核实，租用属实', by: '经办人other-reviewer', then: null } },
      { standing: 'dismissed' },
    ]);
    expect(instructing(none, '2026-03-10')).toBe('PUBLICITY_NOT_OVER');
    expect(instructing(none, '2026-03-11')).toBeUndefined();
  });

  it('is the lead department’s, and nobody’s who agreed to the claim', () => {
    expect(refusalBy(settle(frozen(), { actor: reviewer }))?.code).toBe('SAME_PERSON');
    expect(refusalBy(settle(frozen(), { actor: finance }))?.code).toBe('NOT_YOUR_OFFICE');
    const elsewhere = official('x', 'reviewer', CITY, '市工信局');
    expect(refusalBy(settle(frozen(), { actor: elsewhere }))?.code).toBe('NOT_YOUR_OFFICE');
    expect(refusalBy(settle(frozen(), { actor: official(clerk.userId, 'reviewer', CITY, '市数据管理局') }))?.code).toBe(
      'CAPACITY_MIXED',
    );
  });

  it('comes late without being stopped for it', () => {
    expect(refusalBy(settle(frozen(), { on: '2026-06-01' }))).toBeNull();
  });

  it('names an open objection, gives a reason, and says what follows if and only if it is upheld', () => {
    const twice = [...frozen(), ...eventsBy(raise({ commandId: 'O2', by: null }, frozen()))];
    expect(refusalBy(settle(twice, { objection: 'none' }))).toEqual({ code: 'NOT_FOUND', field: 'objection' });
    expect(refusalBy(settle(twice, { objection: 'O2' }))).toEqual({ code: 'ALREADY_DECIDED', field: 'objection' });
    expect(refusalBy(settle(twice, { reason: ' ' }))).toEqual({ code: 'INVALID_INPUT', field: 'reason' });
    expect(refusalBy(settle(twice, { upheld: true }))).toEqual({ code: 'INVALID_INPUT', field: 'then' });
    expect(refusalBy(settle(twice, { then: 'review' }))).toEqual({ code: 'INVALID_INPUT', field: 'then' });
    expect(refusalBy(settle(LIFE))?.code).toBe('NOT_YOUR_TURN');
  });

  it.each(UPHELD_STEPS)('that it is upheld, with a %s to follow, gives back all that was reserved', (then) => {
    const lines = [
      { payer: CITY, amount: '150000.00', basis: RENTAL, accounts: [`line:${CLAIM}-${CITY}`, 'pool'] },
      { payer: COUNTY, amount: '150000.00', basis: COUNTY_RENTAL, accounts: [`line:${CLAIM}-${COUNTY}`] },
    ];
    const granted = foldEntitlement([
      eventAt(2, command(finance), 'GrantReserved', {
        ...{ claim: CLAIM, measure: RENTAL, year: 2025, subject: null, kind: 'grant', amount: '300000.00', lines },
        ...{ quota: 'quota', policyVersion: 'v1', payee: 'enterprise' },
      }),
    ]);
    const two = frozen({}, { commandId: 'O2' });
    const decision = settle(two, { upheld: true, then, reason: '租用合同系伪造' }, granted);

    expect(movesBy(decision)).toEqual([
      { account: `line:${CLAIM}-${CITY}`, reserve: -15_000_000n },
      { account: 'pool', reserve: -15_000_000n },
      { account: `line:${CLAIM}-${COUNTY}`, reserve: -15_000_000n },
      { account: 'quota', reserve: -1n },
    ]);
    const released = lines.map(({ payer, amount }) => ({ type: 'GrantReleased', data: { payer, amount } }));
    expect(recordedBy(decision)[`entitlement-${USCC}`]).toMatchObject(released);
    const isFree = then === 'resubmission' || then === 'rejection';
    expect('evidence-invoice-25352000000012345678' in recordedBy(decision)).toBe(isFree);

    const after = claimAfter(...two, ...eventsBy(decision));
    const leadsTo = { review: 'accepted', determination: 'reviewed', resubmission: 'returned', rejection: 'rejected' };
    expect(after).toMatchObject({ status: leadsTo[then], determination: null, publicity: null });
    expect(after.objections).toMatchObject([{ standing: 'upheld', answer: { then } }, { standing: 'overtaken' }]);
    // Somebody else of the department goes on.
    expect(after.lastActor).toBe(otherReviewer.userId);
  });

  it('is not waited for by a claim that the enterprise gives up', () => {
    const withdrawn = event(command(otherClerk), 'ClaimWithdrawn', { reason: '放弃' });
    expect(claimAfter(...frozen(), withdrawn).objections).toMatchObject([{ standing: 'overtaken' }]);
  });
});
