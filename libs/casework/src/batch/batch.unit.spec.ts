import { describe, expect, it } from '@jest/globals';
import type { Measure } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import { foldClaim, type Claim } from '../claim/claim.js';
import { measureOf } from '../claim/measures.js';
import { refusalOf } from '../claim/standing.js';
import { batchesStream, claimStream } from '../common/streams.js';
import {
  accepted,
  catalogue,
  CLAIM,
  claimAfter,
  command,
  finance,
  official,
  RENTAL,
  refusalBy,
  returned,
  reviewed,
  reviewer,
  submitted,
} from '../spec/fixtures.spec.js';
import { lead, otherLead, planning, TABLE, Walk, withRoutes } from '../spec/routes.spec.js';
import { parseBatchEvent, parseClaimEvent } from '../parse-event.js';
import { foldBatches, type BatchBook } from './batch-book.js';
import { decideGathering, decideSplit } from './decide-batch.js';
import { decideClaimMinutes, decideMinutes } from './decide-minutes.js';

const POLICY = 'quanzhou-2024-7';
const NAME = '2026年第3次局长办公会';
const measure: Measure = measureOf(catalogue, RENTAL);
const paper = { number: '泉数据会纪〔2026〕3号', on: '2026-03-02', by: ['黄知舟', '王知和'] };
const colleague = official('colleague', 'reviewer', '350500', '市数据管理局');
const elsewhere = official('elsewhere', 'reviewer', '350500', '市科技局');
/** A meeting and nothing else. */
const meetingOnly = withRoutes({
  ...TABLE,
  routes: TABLE.routes.map((route) => ({
    ...route,
    stages: route.stages.slice(2).map(({ steps }) => ({ steps: steps.map(({ when: _, ...step }) => step) })),
  })),
});

const inReview = (): Claim => claimAfter(submitted(), accepted, reviewed);

function gather(claim: Claim, change: object = {}, book: BatchBook = new Map()) {
  const sent = { ...command(reviewer), batch: null, name: NAME, claims: [claim.id], ...change };
  return decideGathering({ command: sent, claims: [{ id: claim.id, claim }], book, measure, recusals: [] });
}

const eventsIn = (decision: CaseworkDecision, stream: string) =>
  decision.ok ? decision.streams.filter((each) => each.stream === stream).flatMap(({ events }) => events) : [];
const stored = (event: object) => JSON.parse(JSON.stringify(event)) as Parameters<typeof parseClaimEvent>[0];

/** The batches and the claim after a decision that was recorded. */
function after(claim: readonly object[], book: readonly object[], decision: CaseworkDecision) {
  if (!decision.ok) throw new Error(decision.refusal.message.en);
  const events = [...claim, ...eventsIn(decision, claimStream(CLAIM))];
  const ofBatches = [...book, ...eventsIn(decision, batchesStream(POLICY))];
  const folded = foldClaim(events.map((event) => parseClaimEvent(stored(event))));
  if (folded === null) throw new Error('It was not submitted.');
  const batches = foldBatches(ofBatches.map((event) => parseBatchEvent(stored(event))));
  const [batch] = [...batches.values()];
  if (batch === undefined) throw new Error('No batch was opened.');
  return { events, ofBatches, claim: folded, batches, batch };
}

const reviewedEvents = [submitted(), accepted, reviewed];
const batched = () => after(reviewedEvents, [], gather(inReview()));

function minute(
  state: ReturnType<typeof batched>,
  change: object = {},
  claim: Claim | null = state.claim,
  rules = catalogue,
) {
  const sent = { ...command(reviewer), batch: state.batch.id, opinion: '同意', paper, ...change };
  const decision = decideClaimMinutes({ command: sent, batch: state.batch, claim, catalogue: rules, recusals: [] });
  return decideMinutes({ command: sent, batch: state.batch, measure, decided: [{ claim: CLAIM, decision }] });
}

function split(state: ReturnType<typeof batched>, change: object = {}) {
  const sent = { ...command(colleague), batch: state.batch.id, claims: [CLAIM], reason: '合同相对方待核实', ...change };
  const claims = sent.claims.map((id) => ({ id, claim: id === CLAIM ? state.claim : null }));
  return decideSplit({ command: sent, claims, batch: state.batch, measure, recusals: [] });
}

describe('putting claims into a batch', () => {
  it('opens one with a name, in the record of the batches and in that of the claim', () => {
    const { claim, batch } = batched();

    expect(batch).toMatchObject({ name: NAME, measure: RENTAL, minutes: null, claims: [{ claim: CLAIM, out: null }] });
    expect(claim).toMatchObject({ status: 'reviewed', batch: { id: batch.id, name: NAME, minutes: null } });
    // Who put it there took no step on it.
    expect(claim.participants).toEqual(inReview().participants);
    expect(claim.lastActor).toBe(inReview().lastActor);
  });

  it('asks for a claim between acceptance and determination that is in no other batch', () => {
    const { claim, batches } = batched();

    expect(refusalBy(gather(claimAfter(submitted())))).toEqual({ code: 'INVALID_INPUT', field: 'claims' });
    expect(refusalBy(gather(claimAfter(submitted(), accepted, returned)))).toEqual({
      code: 'INVALID_INPUT',
      field: 'claims',
    });
    const again = gather(claim, { name: '另一批' }, batches);
    expect(again).toMatchObject({ ok: false, refusal: { message: { zh: `${CLAIM}：此件已在合批“${NAME}”中。` } } });
  });

  it('is refused whole for another clause, another office, a name that is taken, or none, and more than a batch holds', () => {
    const { batches } = batched();
    const other = { ...inReview(), measure: 'quanzhou-2024-7/3' };

    expect(refusalBy(gather(other))).toEqual({ code: 'INVALID_INPUT', field: 'claims' });
    expect(refusalBy(gather(inReview(), command(elsewhere)))).toEqual({ code: 'NOT_YOUR_OFFICE', field: null });
    expect(refusalBy(gather(inReview(), { name: NAME }, batches))).toEqual({ code: 'INVALID_INPUT', field: 'name' });
    expect(refusalBy(gather(inReview(), { name: ' ' }))).toEqual({ code: 'INVALID_INPUT', field: 'name' });
    const many = Array.from({ length: 101 }, (_, index) => `c${index}`);
    expect(refusalBy(gather(inReview(), { claims: many }))).toEqual({ code: 'INVALID_INPUT', field: 'claims' });
    expect(refusalBy(gather(inReview(), { batch: 'quanzhou-2024-7/none' }))).toEqual({
      code: 'NOT_FOUND',
      field: 'batch',
    });
  });

  it('is not of whoever takes no part in the claim', () => {
    const person = { userId: reviewer.userId, username: 'reviewer', displayName: '王知和' };
    const recusals = [
      {
        id: 'r',
        official: person,
        claim: CLAIM,
        uscc: null,
        since: '2026-03-01',
        reason: '亲属',
        lifted: false,
        onward: [],
      },
    ];
    const sent = { ...command(reviewer), batch: null, name: NAME, claims: [CLAIM] };
    const claims = [{ id: CLAIM, claim: inReview() }];
    const decision = decideGathering({ command: sent, claims, book: new Map(), measure, recusals });

    expect(decision).toMatchObject({ ok: false, refusal: { message: { zh: expect.stringContaining('回避') } } });
  });
});

describe('a claim in a batch', () => {
  it('is determined only once the meeting has decided, or it was split out', () => {
    const state = batched();
    const on = { on: '2026-03-02', catalogue, evidence: [] };
    const minuted = after(state.events, state.ofBatches, minute(state));
    const out = after(state.events, state.ofBatches, split(state));

    expect(refusalOf('DETERMINE', state.claim, finance, on)?.message.zh).toContain(NAME);
    expect(refusalOf('DETERMINE', minuted.claim, finance, on)).toBeNull();
    expect(refusalOf('DETERMINE', out.claim, finance, on)).toBeNull();
  });

  it('is split out with a reason by a colleague, and can be put there again', () => {
    const state = batched();
    const out = after(state.events, state.ofBatches, split(state));

    expect(out.claim.batch).toBeNull();
    expect(out.batch.claims).toMatchObject([{ out: { by: { userId: 'colleague' }, reason: '合同相对方待核实' } }]);
    expect(refusalBy(split(state, { reason: ' ' }))).toEqual({ code: 'INVALID_INPUT', field: 'reason' });
    expect(refusalBy(split(state, command(elsewhere)))).toEqual({ code: 'NOT_YOUR_OFFICE', field: null });
    expect(refusalBy(split(out))).toEqual({ code: 'INVALID_INPUT', field: 'claims' });
    const again = gather(out.claim, { batch: out.batch.id, name: null }, out.batches);
    expect(after(out.events, out.ofBatches, again).claim.batch?.id).toBe(out.batch.id);
  });
});

describe('the minutes of a batch', () => {
  it('name the batch in the record of each claim, after which nothing joins or leaves it', () => {
    const state = batched();
    const minuted = after(state.events, state.ofBatches, minute(state));

    expect(minuted.batch.minutes).toMatchObject({ paper, claims: [CLAIM] });
    expect(minuted.claim).toMatchObject({ status: 'reviewed', batch: { minutes: paper.number } });
    expect(refusalBy(split(minuted))).toEqual({ code: 'ALREADY_DECIDED', field: null });
    expect(refusalBy(minute(minuted))).toEqual({ code: 'ALREADY_DECIDED', field: null });
    const joins = gather(inReview(), { batch: minuted.batch.id, name: null }, minuted.batches);
    expect(refusalBy(joins)).toEqual({ code: 'ALREADY_DECIDED', field: null });
    expect(refusalBy(gather(minuted.claim))).toEqual({ code: 'INVALID_INPUT', field: 'claims' });
  });

  it('take the step of the meeting on the route of a claim, which nobody takes alone and nobody takes back', () => {
    const walk = new Walk(meetingOnly).accepted();
    const given = gather(walk.claim);
    const alone = { outcome: 'agree', opinion: '同意', paper } as const;
    walk.record(given);
    const state = { ...batched(), claim: walk.claim };
    expect(refusalBy(walk.says(lead, 'meeting', alone))).toEqual({ code: 'NOT_YOUR_TURN', field: null });
    walk.record(minute(state, command(otherLead), walk.claim, meetingOnly));

    expect(walk.types).toEqual(['ClaimSubmitted', 'ClaimAccepted', 'ClaimBatched', 'RouteStepTaken']);
    expect(walk.claim.route?.taken).toMatchObject([{ step: 'meeting', paper, batch: { id: state.batch.id } }]);
    expect(walk.claim.lastAct.reversible).toBeNull();
    expect(walk.claim.batch).toMatchObject({ minutes: paper.number });
  });

  it('are refused for a claim that has not come so far, which is named, and for minutes that are none', () => {
    const state = batched();
    const early = after([submitted(), accepted], [], gather(claimAfter(submitted(), accepted)));

    const refused = minute(state, {}, early.claim);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'INVALID_INPUT', field: 'claims' } });
    expect(refused).toMatchObject({ refusal: { message: { zh: expect.stringContaining(CLAIM) } } });
    expect(refusalBy(minute(state, { paper: { ...paper, by: [] } }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'paper.by',
    });
    expect(refusalBy(minute(state, { paper: { ...paper, on: '2026-03-03' } }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'paper.on',
    });
    const before = minute(state, { paper: { ...paper, on: '2026-03-01' } });
    expect(refusalBy(before)).toEqual({ code: 'INVALID_INPUT', field: 'claims' });
    expect(before).toMatchObject({
      refusal: { message: { zh: expect.stringContaining('会议日期不能早于申报日期2026-03-02') } },
    });
    expect(refusalBy(minute(state, command(planning)))).toEqual({ code: 'NOT_YOUR_OFFICE', field: null });
    const sent = { ...command(reviewer), batch: state.batch.id, opinion: '同意', paper };
    expect(refusalBy(decideMinutes({ command: sent, batch: state.batch, measure, decided: [] }))).toEqual({
      code: 'NOT_YOUR_TURN',
      field: null,
    });
  });

  it('leave a claim that is looked at anew free for another batch', () => {
    const state = batched();
    const minuted = after(state.events, state.ofBatches, minute(state));
    const upheld = { ...minuted.claim, round: minuted.claim.round + 1 };

    expect(refusalBy(gather(upheld))).toBeNull();
  });
});
