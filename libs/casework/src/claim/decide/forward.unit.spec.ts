import { describe, expect, it } from '@jest/globals';
import { CLAIM, clerk, command, finance, official, otherClerk, refusalBy } from '../../spec/fixtures.spec.js';
import {
  industry,
  joint,
  lead,
  planning,
  science,
  TABLE,
  tax,
  threeAgreed,
  Walk,
  withRoutes,
} from '../../spec/routes.spec.js';
import type { Actor } from '../../common/actor.js';
import { isOnward } from '../../assignment/assignee.js';
import { routeDeadlinesOf } from '../deadline/deadlines.js';
import type { Receiver } from '../forwarded/forward-refusals.js';
import { openSteps } from '../route.js';
import { decideForward } from './forward.js';
import { decideRouteMove } from './route-move.js';

const labour = official('labour', 'reviewer', '350500', '市人社局');
const commerce = official('commerce', 'reviewer', '350500', '市商务局');
const SOMEBODY: readonly Receiver[] = [{ recused: true }, { recused: false }];

interface Change {
  readonly step?: string;
  readonly reason?: string;
  readonly receivers?: readonly Receiver[];
}

function forward(walk: Walk, actor: Actor, department: string, change: Change = {}) {
  const { step = 'science', reason = '属其职责', receivers = SOMEBODY } = change;
  const sent = { ...command(actor), claim: CLAIM, step, department, reason };
  return decideForward({ command: sent, claim: walk.claim, catalogue: walk.rules, receivers });
}

const says = (decision: ReturnType<typeof forward>) => (decision.ok ? '' : decision.refusal.message.en);
const offices = ({ claim }: Walk) =>
  (claim.route === null ? [] : openSteps(claim.route)).map(({ key, office }) => `${key} ${office.department ?? ''}`);

/** To the commerce department, to the labour department, and back. */
function thrice(): Walk {
  const walk = new Walk().accepted();
  walk.record(forward(walk, science, '市商务局'));
  walk.record(forward(walk, commerce, '市人社局'));
  return walk.record(forward(walk, labour, '市商务局'));
}

describe('a step that is forwarded', () => {
  it('is the other department’s from then on, and nobody has taken part by it', () => {
    const walk = new Walk().accepted();
    const { participants, lastActor } = walk.claim;
    walk.record(forward(walk, science, '市商务局'));
    expect(offices(walk)).toEqual(['science 市商务局', 'industry 市工信局', 'planning 市发改委']);
    expect(refusalBy(walk.says(science, 'science'))?.code).toBe('NOT_YOUR_OFFICE');
    expect([walk.claim.participants, walk.claim.lastActor]).toEqual([participants, lastActor]);
    expect(walk.takes(commerce, 'science').claim.route?.taken).toMatchObject([
      { by: '经办人commerce', office: { department: '市商务局' } },
    ]);
  });

  it('keeps the limit that it had, with the days of before', () => {
    const walk = new Walk().accepted();
    const [before] = routeDeadlinesOf(walk.claim.clocks, '2026-03-02');
    walk.record(forward(walk, science, '市商务局'));
    const [after] = routeDeadlinesOf(walk.claim.clocks, '2026-03-02');
    expect(after).toEqual({ ...before, office: { ...before?.office, department: '市商务局' } });
  });

  it('ends that somebody of its former office looks after it', () => {
    const walk = new Walk().accepted();
    const decision = forward(walk, science, '市商务局');
    const [event] = decision.ok ? (decision.streams[0]?.events ?? []) : [];
    expect(event && isOnward(event as never, 'accepted', 'accepted')).toBe(true);
  });

  it('may come back, and after three times goes to the lead department, whose word stands', () => {
    const walk = thrice();
    const fourth = forward(walk, commerce, '市人社局');
    expect(refusalBy(fourth)).toEqual({ code: 'INVALID_INPUT', field: 'department' });
    expect(says(fourth)).toContain('only the lead department (市数据管理局 of 泉州市) decides');
    walk.record(forward(walk, commerce, '市数据管理局'));
    expect(offices(walk)[0]).toBe('science 市数据管理局');
    walk.record(forward(walk, lead, '市人社局'));
    const again = forward(walk, labour, '市商务局');
    expect([refusalBy(again)?.code, says(again)]).toEqual(['ALREADY_DECIDED', expect.stringContaining('decided on')]);
    expect(walk.takes(labour, 'science').claim.route?.taken).toHaveLength(1);
  });

  it('is the lead department’s to take as well, once it has come there', () => {
    const walk = new Walk().accepted();
    walk.record(forward(walk, science, '市数据管理局'));
    expect(walk.takes(lead, 'science').claim.route?.taken).toHaveLength(1);
  });

  it('stays where it came to when the claim is moved to a table that asks the same office', () => {
    const walk = new Walk().accepted();
    walk.record(forward(walk, science, '市商务局')).takes(commerce, 'science');
    const later = withRoutes({
      ...TABLE,
      version: 'b'.repeat(64),
      routes: TABLE.routes.map((route) => ({ ...route, stages: route.stages.slice(0, 1) })),
    });
    const sent = { ...command(finance), claim: CLAIM, reason: '路线已改' };
    walk.record(decideRouteMove({ command: sent, claim: walk.claim, catalogue: later }));
    expect(walk.claim.route?.taken.map(({ step }) => step)).toEqual(['science']);
    expect(walk.claim.route?.stages[0]?.steps[0]?.office.department).toBe('市商务局');
  });
});

describe('a step is not forwarded', () => {
  it.each<[string, Walk, Actor, string, Change, string, RegExp]>([
    ['to its own department', new Walk().accepted(), science, '市科技局', {}, 'INVALID_INPUT', /your own department/],
    [
      'to one with a step beside it',
      new Walk().accepted(),
      science,
      '市工信局',
      {},
      'INVALID_INPUT',
      /has a step of this stage already/,
    ],
    [
      'where nobody reviews',
      new Walk().accepted(),
      science,
      '市气象局',
      { receivers: [] },
      'INVALID_INPUT',
      /no reviewer with an account/,
    ],
    [
      'where nobody takes part in it',
      new Walk().accepted(),
      science,
      '市商务局',
      { receivers: [{ recused: true }] },
      'RECUSED',
      /take no part/,
    ],
    [
      'without a reason',
      new Walk().accepted(),
      science,
      '市商务局',
      { reason: ' ' },
      'INVALID_INPUT',
      /State the reason/,
    ],
    ['by another office', new Walk().accepted(), industry, '市商务局', {}, 'NOT_YOUR_OFFICE', /市科技局/],
    ['by a window', new Walk().accepted(), clerk, '市商务局', {}, 'NOT_YOUR_OFFICE', /市科技局/],
    ['before it is open', new Walk().accepted(), tax, '市商务局', { step: 'tax' }, 'NOT_YOUR_TURN', /Still to come/],
    ['after it was taken', threeAgreed(), science, '市商务局', {}, 'ALREADY_DECIDED', /was done by/],
    [
      'where there is none of that key',
      new Walk().accepted(),
      science,
      '市商务局',
      { step: 'none' },
      'INVALID_INPUT',
      /has no step 'none'/,
    ],
  ])('%s', (_, walk, actor, department, change, code, message) => {
    const refused = forward(walk, actor, department, change);
    expect(refusalBy(refused)?.code).toBe(code);
    expect(says(refused)).toMatch(message);
  });

  it('of the lead department, of a finance bureau, or a disagreement, and it is said why', () => {
    const stages = [
      {
        steps: [
          { ...joint('own', ''), office: 'lead' as const },
          { ...joint('bureau', ''), office: 'finance-of-payers' as const },
        ],
      },
    ];
    const walk = new Walk(
      withRoutes({ ...TABLE, routes: TABLE.routes.map((route) => ({ ...route, stages })) }),
    ).accepted();
    expect(says(forward(walk, lead, '市商务局', { step: 'own' }))).toContain('follow from the document');
    const bureau = walk.claim.route?.stages[0]?.steps.find(({ office }) => office.role === 'finance');
    const payer = official('payer', 'finance', bureau?.office.division);
    expect(says(forward(walk, payer, '市商务局', { step: bureau?.key ?? '' }))).toContain('follows from what it pays');

    const split = new Walk().accepted().takes(science, 'science', { outcome: 'disagree' });
    split.takes(industry, 'industry').takes(planning, 'planning');
    expect(says(forward(split, lead, '市商务局', { step: 'settlement-1' }))).toContain('follow from the document');
  });

  it('by who took part in the claim in another office', () => {
    const moved = { ...science, userId: otherClerk.userId };
    expect(refusalBy(forward(new Walk().accepted(), moved, '市商务局'))?.code).toBe('CAPACITY_MIXED');
  });
});
