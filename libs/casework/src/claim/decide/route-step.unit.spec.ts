import { fen } from '@duixian/money';
import { describe, expect, it } from '@jest/globals';
import {
  CITY,
  CLAIM,
  clerk,
  command,
  COUNTY,
  determined,
  enterprise,
  finance,
  official,
  otherClerk,
  otherFinance,
  publicised,
  recordedBy,
  refusalBy,
  submission,
} from '../../spec/fixtures.spec.js';
import {
  industry,
  joint,
  lead,
  otherLead,
  planning,
  routed,
  science,
  TABLE,
  tax,
  threeAgreed,
  Walk,
  withRoutes,
} from '../../spec/routes.spec.js';
import { allowedActions, stepAnswers } from '../allowed-actions.js';
import { refusalOf } from '../standing.js';
import { openSteps } from '../route.js';
import { decideResubmission } from './resubmission.js';
import { decideReturn } from './return.js';
import { decideReview } from './review.js';
import { decideRouteMove } from './route-move.js';
import type { Actor } from '../../common/actor.js';

const laterStage = { steps: [{ ...joint('labour', '市人社局') }] };
const later = withRoutes({
  version: 'b'.repeat(64),
  routes: TABLE.routes.map((route) => ({
    ...route,
    stages: [...route.stages.slice(0, 1).map(({ steps }) => ({ steps: steps.slice(0, 2) })), laterStage],
  })),
});

const open = ({ claim }: Walk) => (claim.route === null ? [] : openSteps(claim.route).map(({ key }) => key));
// The day on which the claim was submitted, which is today.
const minutes = { number: '泉数据会纪〔2026〕3号', on: '2026-03-02', by: ['黄知舟', '王知和'] };

function review(walk: Walk, actor: Actor) {
  const papers = { evidence: [], statuses: new Map(), others: [] };
  const sent = { ...command(actor), claim: CLAIM, opinion: '同意', agreedAmount: null, distinction: null };
  return decideReview({ command: sent, claim: walk.claim, ...papers, catalogue: walk.rules });
}

const whyNot = (decision: ReturnType<typeof review>) => (decision.ok ? '' : decision.refusal.message.en);

describe('a route', () => {
  it('is fixed with the submission: version, round, stages and offices', () => {
    const { route, round } = new Walk().claim;

    expect(round).toBe(1);
    expect(route).toMatchObject({
      version: TABLE.version,
      round: 1,
      lead: { role: 'reviewer', division: '350500', department: '市数据管理局' },
      stages: [
        { steps: [{ key: 'science' }, { key: 'industry' }, { key: 'planning' }] },
        { steps: [{ key: 'tax', office: { department: '市税务局' }, limit: 10 }] },
      ],
    });
  });

  it('of a table that has none for the clause is none: the lead department reviews at once', () => {
    const walk = new Walk(withRoutes({ ...TABLE, routes: [] })).accepted();

    expect(walk.claim.route).toBeNull();
    expect(refusalBy(walk.says(science, 'science'))).toEqual({ code: 'NOT_YOUR_TURN', field: null });
    expect(refusalBy(review(walk, lead))).toBeNull();
  });

  it('opens its fourth step with the third agreement, in whatever order they come', () => {
    const walk = new Walk().accepted();
    expect(open(walk)).toEqual(['science', 'industry', 'planning']);

    for (const [actor, key] of [
      [planning, 'planning'],
      [science, 'science'],
    ] as const) {
      walk.takes(actor, key);
      expect(open(walk)).not.toContain('tax');
      expect(refusalBy(walk.says(tax, 'tax'))).toEqual({ code: 'NOT_YOUR_TURN', field: null });
    }
    walk.takes(industry, 'industry');

    expect(open(walk)).toEqual(['tax']);
    expect(refusalBy(walk.says(tax, 'tax'))).toBeNull();
  });

  it('is over with its last agreement, which leads to the review of the lead department', () => {
    const walk = threeAgreed();
    expect(whyNot(review(walk, lead))).toContain('市税务局');
    expect(whyNot(review(walk, lead))).not.toContain('市科技局');

    walk.takes(tax, 'tax');

    expect(open(walk)).toEqual([]);
    expect(walk.claim.status).toBe('accepted');
    expect(recordedBy(review(walk, lead))).toMatchObject({ [`claim-${CLAIM}`]: [{ type: 'ClaimReviewed' }] });
  });

  it('leaves a claim held for its papers while its offices answer', () => {
    const held = { evidence: [], claims: ['350500-2025-00000000'] };
    const walk = new Walk().happens(otherClerk, { type: 'ClaimAccepted', data: { held } }).takes(science, 'science');
    expect(walk.claim.held).toBe(true);
  });

  it('asks a meeting where the amount is dear', () => {
    const dear = new Walk(routed, fen(300_000_000n)).claim.route?.stages.length;
    const cheap = new Walk(routed, fen(299_999_999n)).claim.route?.stages.length;
    expect([dear, cheap]).toEqual([3, 2]);
  });
});

describe('a step is refused', () => {
  it.each([
    {
      what: 'before the claim is accepted',
      walk: () => new Walk(),
      actor: science,
      step: 'science',
      code: 'NOT_YOUR_TURN',
    },
    {
      what: 'to another department',
      walk: () => new Walk().accepted(),
      actor: industry,
      step: 'science',
      code: 'NOT_YOUR_OFFICE',
    },
    {
      what: 'to the same department elsewhere',
      walk: () => new Walk().accepted(),
      actor: official('there', 'reviewer', '350582', '市科技局'),
      step: 'science',
      code: 'NOT_YOUR_OFFICE',
    },
    {
      what: 'to another office',
      walk: () => new Walk().accepted(),
      actor: finance,
      step: 'science',
      code: 'NOT_YOUR_OFFICE',
    },
    { what: 'a second time', walk: threeAgreed, actor: science, step: 'science', code: 'ALREADY_DECIDED' },
    { what: 'that the route has not', walk: threeAgreed, actor: science, step: 'nobody', code: 'INVALID_INPUT' },
    {
      what: 'to somebody who took one side by side with it',
      walk: () => new Walk().accepted().takes(science, 'science'),
      actor: { ...science, department: '市工信局' },
      step: 'industry',
      code: 'SAME_PERSON',
    },
    {
      what: 'to somebody who took one of the stage before, though not the last',
      walk: threeAgreed,
      actor: { ...science, department: '市税务局' },
      step: 'tax',
      code: 'SAME_PERSON',
    },
    {
      what: 'to whoever entered the claim',
      walk: () => new Walk().accepted(),
      actor: { ...science, userId: clerk.userId },
      step: 'science',
      code: 'CAPACITY_MIXED',
    },
  ])('$what', ({ walk, actor, step, code }) => {
    expect(refusalBy(walk().says(actor, step))?.code).toBe(code);
  });

  it('and so is the review, to somebody of the last stage', () => {
    const walk = threeAgreed().takes(tax, 'tax');
    const hired = { ...tax, department: '市数据管理局' };
    expect(refusalBy(review(walk, hired))?.code).toBe('SAME_PERSON');
  });

  it('and so is the review to somebody of the last stage who was not the last of all', () => {
    const table = { ...TABLE, routes: TABLE.routes.map((route) => ({ ...route, stages: route.stages.slice(0, 1) })) };
    const walk = new Walk(withRoutes(table)).accepted();
    walk.takes(science, 'science').takes(industry, 'industry').takes(planning, 'planning');

    expect(refusalBy(review(walk, { ...science, department: '市数据管理局' }))?.code).toBe('SAME_PERSON');
    expect(refusalBy(review(walk, lead))).toBeNull();
  });

  it('as its button says', () => {
    const walk = new Walk().accepted();
    const context = { on: '2026-03-02', catalogue: routed, evidence: [] };
    const answers = [science, tax, finance].map(
      (actor) => allowedActions(walk.claim, actor, context).find(({ action }) => action === 'TAKE_STEP')?.refusal?.code,
    );
    expect(answers).toEqual([undefined, 'NOT_YOUR_OFFICE', 'NOT_YOUR_OFFICE']);
    expect(
      stepAnswers(walk.claim, science, context).map(({ step, stage, refusal }) => [step.key, stage, refusal?.code]),
    ).toEqual([
      ['science', 0, undefined],
      ['industry', 0, 'NOT_YOUR_OFFICE'],
      ['planning', 0, 'NOT_YOUR_OFFICE'],
      ['tax', 1, 'NOT_YOUR_TURN'],
    ]);
  });

  it('as its button says, also while the claim is not with the offices of its route', () => {
    const context = { on: '2026-03-02', catalogue: routed, evidence: [] };
    const walk = new Walk();
    const codes = () => [
      ...stepAnswers(walk.claim, science, context).map(({ refusal }) => refusal?.code),
      refusalBy(walk.says(science, 'science'))?.code,
    ];
    expect(new Set(codes())).toEqual(new Set(['NOT_YOUR_TURN']));
    walk.accepted().record(
      decideReturn({
        command: { ...command(lead), claim: CLAIM, reason: '请补正', items: [], lateReason: null },
        claim: walk.claim,
        catalogue: routed,
      }),
    );
    expect(new Set(codes())).toEqual(new Set(['NOT_YOUR_TURN']));
  });
});

describe('the finance bureaus of the payers', () => {
  const steps = [
    {
      key: 'payers',
      kind: 'joint-review' as const,
      name: { zh: '财政会签', en: 'Finance' },
      office: 'finance-of-payers' as const,
    },
  ];
  const routes = TABLE.routes.map((route) => ({ ...route, stages: [{ steps }] }));

  it('answer in their own office, the city’s and the county’s', () => {
    const walk = new Walk(withRoutes({ ...TABLE, routes })).accepted();
    const county = official('county', 'finance', COUNTY);
    expect(open(walk)).toEqual([`payers-${CITY}`, `payers-${COUNTY}`]);
    expect(refusalBy(walk.says(county, `payers-${CITY}`))?.code).toBe('NOT_YOUR_OFFICE');
    expect(refusalBy(walk.says(lead, `payers-${CITY}`))?.code).toBe('NOT_YOUR_OFFICE');

    walk.takes(finance, `payers-${CITY}`).takes(county, `payers-${COUNTY}`);

    expect(walk.claim.participants).toContainEqual({ userId: 'county', capacity: 'finance' });
    expect(refusalBy(review(walk, lead))).toBeNull();
  });
});

describe('a disagreement', () => {
  const disagreed = () =>
    new Walk()
      .accepted()
      .takes(science, 'science')
      .takes(industry, 'industry', { outcome: 'disagree', opinion: '未实际租用' })
      .takes(planning, 'planning');

  it('keeps the next stage shut until the lead department settles it', () => {
    const walk = disagreed();
    expect(open(walk)).toEqual(['settlement-1']);
    expect(refusalBy(walk.says(tax, 'tax'))?.code).toBe('NOT_YOUR_TURN');
    expect(refusalBy(walk.says(industry, 'settlement-1'))?.code).toBe('NOT_YOUR_OFFICE');
    expect(whyNot(review(walk, lead))).toContain('Settle the disagreement');

    walk.takes(lead, 'settlement-1', { opinion: '合同与发票可证明已租用', paper: minutes });

    expect(open(walk)).toEqual(['tax']);
    expect(walk.claim.route?.taken.at(-1)).toMatchObject({ kind: 'settlement', userId: 'lead', paper: minutes });
  });

  it('waits for the others first', () => {
    const walk = new Walk().accepted().takes(science, 'science', { outcome: 'disagree', opinion: '未租用' });
    expect(open(walk)).toEqual(['industry', 'planning']);
    expect(refusalBy(walk.says(lead, 'settlement-1'))?.code).toBe('NOT_YOUR_TURN');
  });

  it('is settled by going on: whoever sides with it rejects or returns the claim', () => {
    const walk = disagreed();
    expect(refusalBy(walk.says(lead, 'settlement-1', { outcome: 'disagree' }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'outcome',
    });
    const context = { on: '2026-03-02', catalogue: routed, evidence: [] };
    expect(refusalOf('REJECT', walk.claim, lead, context)).toBeNull();
    expect(refusalOf('RETURN', walk.claim, lead, context)).toBeNull();
  });

  it('leaves whoever settled it out of what follows', () => {
    const table = { ...TABLE, routes: TABLE.routes.map((route) => ({ ...route, stages: route.stages.slice(0, 1) })) };
    const walk = new Walk(withRoutes(table))
      .accepted()
      .takes(science, 'science')
      .takes(industry, 'industry', { outcome: 'disagree', opinion: '未租用' })
      .takes(planning, 'planning')
      .takes(lead, 'settlement-1', { opinion: '已核实' });

    expect(refusalBy(review(walk, lead))?.code).toBe('SAME_PERSON');
    expect(refusalBy(review(walk, otherLead))).toBeNull();
  });

  it('of a meeting ends the way: nobody overrides it', () => {
    const walk = new Walk(routed, fen(300_000_000n))
      .accepted()
      .takes(science, 'science')
      .takes(industry, 'industry')
      .takes(planning, 'planning')
      .takes(tax, 'tax')
      .takes(lead, 'meeting', { outcome: 'disagree', opinion: '不予支持', paper: minutes });

    expect(open(walk)).toEqual([]);
    expect(whyNot(review(walk, otherLead))).toMatch(/The meeting did not agree/);
    const context = { on: '2026-03-02', catalogue: routed, evidence: [] };
    expect(refusalOf('REJECT', walk.claim, otherLead, context)).toBeNull();
  });
});

describe('what a step is told', () => {
  const meeting = () =>
    new Walk(routed, fen(300_000_000n))
      .accepted()
      .takes(science, 'science')
      .takes(industry, 'industry')
      .takes(planning, 'planning')
      .takes(tax, 'tax');

  it.each([
    { paper: null, field: 'paper' },
    { paper: { ...minutes, number: ' ' }, field: 'paper.number' },
    { paper: { ...minutes, on: '2026-03-03' }, field: 'paper.on' },
    { paper: { ...minutes, on: '2026-03-01' }, field: 'paper.on' },
    { paper: { ...minutes, by: [] }, field: 'paper.by' },
    { paper: { ...minutes, by: [''] }, field: 'paper.by' },
    { paper: { ...minutes, by: ['黄知舟', '王知和 138-0013-8000'] }, field: 'paper.by' },
  ])('is refused a meeting without what its minutes are ($field)', ({ paper, field }) => {
    expect(refusalBy(meeting().says(lead, 'meeting', { paper }))).toEqual({ code: 'INVALID_INPUT', field });
  });

  it('records the minutes', () => {
    const walk = meeting().takes(lead, 'meeting', { paper: { ...minutes, number: ` ${minutes.number} ` } });
    expect(walk.claim.route?.taken.at(-1)?.paper).toEqual(minutes);
  });

  it.each([
    { change: { opinion: ' ' }, field: 'opinion' },
    { change: { opinion: '请联系13800138000' }, field: 'opinion' },
    { change: { outcome: 'conditions' as const }, field: 'conditions' },
    { change: { conditions: '先补合同' }, field: 'conditions' },
    { change: { outcome: 'conditions' as const, conditions: ' ' }, field: 'conditions' },
    { change: { scores: [{ expert: '林一', score: 80 }] }, field: 'scores' },
  ])('is refused $field', ({ change, field }) => {
    expect(refusalBy(new Walk().accepted().says(science, 'science', change))).toEqual({ code: 'INVALID_INPUT', field });
  });

  const panel = (mark: { passMark?: number } = {}) => {
    const name = { zh: '专家评审', en: 'Panel' };
    const steps = [{ key: 'panel', kind: 'panel' as const, name, office: 'lead' as const, ...mark }];
    const routes = TABLE.routes.map((route) => ({ ...route, stages: [{ steps }] }));
    return new Walk(withRoutes({ ...TABLE, routes })).accepted();
  };
  const score = (expert: string, of = 80) => ({ expert, score: of });

  it.each([
    { scores: [score('林一'), score('陈二')], field: 'scores' },
    { scores: [score('林一'), score('陈二'), score('林一')], field: 'scores' },
    { scores: [score('林一'), score('陈二'), score('黄三', 101)], field: 'scores[2].score' },
    { scores: [score('林一'), score(' '), score('黄三')], field: 'scores[1].expert' },
    { scores: [score('林一'), score('陈二 350102199001011234'), score('黄三')], field: 'scores[1].expert' },
  ])('is refused a panel of wrong scores ($field)', ({ scores, field }) => {
    expect(refusalBy(panel().says(lead, 'panel', { scores }))).toEqual({ code: 'INVALID_INPUT', field });
  });

  it.each([
    ['below the pass mark agrees to nothing', [59, 60, 60], 'agree', 'outcome'],
    ['below it sets no conditions', [59, 60, 60], 'conditions', 'outcome'],
    ['below it disagrees', [59, 60, 60], 'disagree', null],
    ['at it agrees', [59, 60, 61], 'agree', null],
    ['above it may disagree all the same', [90, 90, 90], 'disagree', null],
  ] as const)('whose average is %s', (_, marks, outcome, field) => {
    const scores = marks.map((of, index) => score(`专家${index}`, of));
    const conditions = outcome === 'conditions' ? '补充论证' : null;
    const refused = refusalBy(panel({ passMark: 60 }).says(lead, 'panel', { scores, outcome, conditions }));
    expect(refused).toEqual(field === null ? null : { code: 'INVALID_INPUT', field });
  });

  it('below the pass mark leaves the claim to the lead department’s settlement', () => {
    const scores = [score('林一', 30), score('陈二', 40), score('黄三', 50)];
    const walk = panel({ passMark: 60 }).takes(lead, 'panel', { scores, outcome: 'disagree' });
    expect(open(walk)).toEqual(['settlement-1']);
  });

  it('records a panel', () => {
    const scores = [score('林一'), score('陈二', 0), score('黄三', 100)];
    expect(panel().takes(lead, 'panel', { scores }).claim.route?.taken[0]?.scores).toEqual(scores);
  });
});

describe('a round', () => {
  it('begins anew when an objection sends the claim back to the review', () => {
    const walk = threeAgreed().takes(tax, 'tax');
    walk.record(review(walk, lead));
    const objector = { kind: 'person' as const, name: '林**', phone: '*******0000', hash: 'h' };
    const raised = { objection: 'o', receivedOn: '2026-03-04', what: '未租用', evidence: null, by: objector };
    walk
      .happens(finance, determined)
      .happens(otherFinance, publicised)
      .happens(clerk, {
        type: 'ObjectionRaised',
        data: { ...raised, workingDays: 5, answerBy: '2026-03-11', counted: 'schedule' },
      })
      .happens(otherLead, { type: 'ObjectionUpheld', data: { objection: 'o', reason: '属实', then: 'review' } });

    expect(walk.claim.round).toBe(2);
    expect(walk.claim.route).toMatchObject({ round: 2, taken: [] });
    expect(open(walk)).toEqual(['science', 'industry', 'planning']);
  });

  it('leaves the answer to an objection to those who said yes to the claim nowhere', () => {
    expect(threeAgreed().claim.agreedBy).toEqual(['science', 'industry', 'planning']);
    const against = new Walk().accepted().takes(science, 'science', { outcome: 'disagree', opinion: '未租用' });
    expect(against.claim.agreedBy).toEqual([]);
  });

  it('begins anew with the claim that is stated anew, by the table of that day', () => {
    const walk = threeAgreed();
    const sent = { ...submission, ...command(clerk), claim: CLAIM, answers: [] };
    walk.record(
      decideReturn({
        command: { ...command(lead), claim: CLAIM, reason: '请补正', items: [], lateReason: null },
        claim: walk.claim,
        catalogue: routed,
      }),
    );
    const known = { enterprise, catalogue: later, sellersOnRecord: new Set<string>() };
    walk.record(decideResubmission({ command: sent, claim: walk.claim, ...known }));

    expect(walk.claim.route).toMatchObject({ version: 'b'.repeat(64), round: 2, taken: [] });
  });
});

describe('a later version of the table', () => {
  const move = (walk: Walk, rules = later, actor = finance) =>
    decideRouteMove({
      command: { ...command(actor), claim: CLAIM, reason: '机构改革' },
      claim: walk.claim,
      catalogue: rules,
    });

  it('moves no claim in flight', () => {
    const walk = threeAgreed();
    expect(refusalBy(walk.says(tax, 'tax', {}, later))).toBeNull();
    expect(walk.claim.route?.version).toBe(TABLE.version);
  });

  it('does where finance says so, with a reason: what was agreed stands', () => {
    const walk = new Walk().accepted().takes(science, 'science');
    walk.record(move(walk));

    expect(walk.types.at(-1)).toBe('ClaimRouteMoved');
    expect(walk.claim.route?.version).toBe('b'.repeat(64));
    expect(open(walk)).toEqual(['industry']);
    expect(walk.claim.lastActor).toBe('science');
  });

  it('forgets no disagreement of an office that it asks too', () => {
    const walk = new Walk().accepted().takes(science, 'science', { outcome: 'disagree', opinion: '未租用' });
    walk.record(move(walk));
    expect(open(walk)).toEqual(['industry']);
    walk.takes(industry, 'industry');
    expect(open(walk)).toEqual(['settlement-1']);
  });

  it('has a disagreement settled anew, with what its own offices say', () => {
    const walk = new Walk().accepted().takes(science, 'science', { outcome: 'disagree', opinion: '未租用' });
    walk.takes(industry, 'industry').takes(planning, 'planning').takes(lead, 'settlement-1');
    walk.record(move(walk));
    expect(open(walk)).toEqual(['settlement-1']);
  });

  it('keeps those in mind whose step falls away: they take none of the stage in which it goes on, nor of the next', () => {
    const walk = new Walk().accepted().takes(planning, 'planning').takes(science, 'science');
    walk.record(move(walk)).takes(industry, 'industry');
    expect(open(walk)).toEqual(['labour']);
    const elsewhere: Actor = { ...planning, department: '市人社局' };
    expect(refusalBy(walk.says(elsewhere, 'labour', {}, later))?.code).toBe('SAME_PERSON');
    expect(refusalBy(walk.says(official('labour', 'reviewer', CITY, '市人社局'), 'labour', {}, later))).toBeNull();
  });

  it('goes on from no meeting that did not agree', () => {
    const dear = { version: 'c'.repeat(64), routes: TABLE.routes.map((route) => ({ ...route, from: '2025-10-19' })) };
    const walk = new Walk(routed, fen(300_000_000n)).accepted();
    walk.takes(science, 'science').takes(industry, 'industry').takes(planning, 'planning').takes(tax, 'tax');
    walk.takes(lead, 'meeting', { outcome: 'disagree', opinion: '不同意', paper: minutes });
    walk.record(move(walk, withRoutes(dear)));
    expect(walk.claim.route?.version).toBe('c'.repeat(64));
    expect(open(walk)).toEqual([]);
    expect(whyNot(review(walk, otherLead))).toContain('did not agree');
  });

  it('has its offices answer for a claim that had no route', () => {
    const walk = new Walk(withRoutes({ ...TABLE, routes: [] })).accepted();
    walk.record(move(walk, routed));
    expect(open(walk)).toEqual(['science', 'industry', 'planning']);
    expect(refusalBy(move(walk, routed))?.code).toBe('ALREADY_DECIDED');
  });

  it('has two review afresh where one of two had agreed before', () => {
    const first = { opinion: '同意', agreedAmount: '1000.00', distinction: null };
    const walk = new Walk(withRoutes({ ...TABLE, routes: [] })).accepted();
    walk.happens(lead, { type: 'ClaimFirstReviewed', data: first }).record(move(walk, routed));
    walk.takes(science, 'science').takes(industry, 'industry').takes(planning, 'planning').takes(tax, 'tax');
    expect(walk.claim).toMatchObject({ firstReviewed: false, agreedAmount: null });
  });

  it('is refused to others, to a claim that is on it, and past the review', () => {
    const walk = threeAgreed();
    expect(refusalBy(move(walk, later, lead))?.code).toBe('NOT_YOUR_OFFICE');
    expect(refusalBy(move(walk, routed))?.code).toBe('ALREADY_DECIDED');
    const done = threeAgreed().takes(tax, 'tax');
    done.record(review(done, lead));
    expect(refusalBy(move(done))?.code).toBe('ALREADY_DECIDED');
  });
});
