import { mkdtempSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { POLICIES_DIR, readCatalogue } from '@duixian/policy-files';
import type { TimeLimits } from '@duixian/policy';
import { event } from '../../common/decision.js';
import {
  catalogue,
  CITY,
  CLAIM,
  claimAfter,
  command,
  official,
  otherClerk,
  recordedBy,
  refusalBy,
  returned,
  submitted,
} from '../../spec/fixtures.spec.js';
import { deadlinesOf, dueDaysOf, routeDeadlinesOf } from '../deadline/deadlines.js';
import { decideEscalation } from './escalation.js';

const folder = mkdtempSync(join(tmpdir(), 'duixian-superiors-'));
cpSync(POLICIES_DIR, folder, { recursive: true });
writeFileSync(
  join(folder, 'cities', '350500.yaml'),
  [
    `city: '350500'`,
    'superiors:',
    '  - { office: clerk, name: 窗口负责人, account: head }',
    '  - { office: reviewer, department: 市数据管理局, name: 数据局分管领导 }',
  ].join('\n'),
);
const named = readCatalogue(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const LIMITS: TimeLimits = {
  ...{ kind: 'promised', whole: 5, remind: 1, source: '示例', pauses: [] },
  steps: [{ of: ['acceptance'], days: 2 }],
};
// On Monday 2 March: the step ends on Wednesday 4, the whole on Monday 9.
const sent = submitted({ limits: LIMITS });
const installation = official('installation', 'auditor', CITY);
const on = (day: string) => ({
  command: { ...command(installation, day), claim: CLAIM },
  catalogue: named,
  accounts: new Set(['head']),
});
const step = {
  ...{ limit: 'step', attempt: 1, dueOn: '2026-03-04', office: 'clerk', department: null },
  superior: { name: '窗口负责人', account: 'head' },
};
const whole = { ...step, limit: 'whole', attempt: null, dueOn: '2026-03-09' };
const reported = (data: object) => ({ [`claim-${CLAIM}`]: [{ type: 'DeadlineEscalated', data }] });

describe('what is overdue', () => {
  it('is reported to the superior of the office from the day after, each limit once', () => {
    const claim = claimAfter(sent);
    expect(refusalBy(decideEscalation({ ...on('2026-03-04'), claim }))?.code).toBe('ALREADY_DECIDED');
    const first = decideEscalation({ ...on('2026-03-05'), claim });
    expect(recordedBy(first)).toEqual(reported(step));
    const after = claimAfter(sent, escalated('2026-03-05', step));
    expect(refusalBy(decideEscalation({ ...on('2026-03-09'), claim: after }))?.code).toBe('ALREADY_DECIDED');
    expect(recordedBy(decideEscalation({ ...on('2026-03-10'), claim: after }))).toEqual(reported(whole));
    const both = claimAfter(sent, escalated('2026-03-05', step), escalated('2026-03-10', whole));
    expect(refusalBy(decideEscalation({ ...on('2026-06-10'), claim: both }))?.code).toBe('ALREADY_DECIDED');
    expect(dueDaysOf(both.clocks)).toMatchObject({ reportAfter: null, escalatedTo: ['head'] });
    expect(deadlinesOf(both.clocks, '2026-03-10')?.step?.escalatedTo?.name).toBe('窗口负责人');
  });

  it('blocks nothing, and is nobody’s step', () => {
    const claim = claimAfter(sent, escalated('2026-03-05', step));
    expect([claim.status, claim.lastActor]).toEqual(['submitted', claimAfter(sent).lastActor]);
    expect(claim.participants).toEqual(claimAfter(sent).participants);
  });

  it('goes to the superior of the department that has it then', () => {
    const taken = event(command(otherClerk, '2026-03-03'), 'ClaimAccepted', { held: null });
    const decision = decideEscalation({ ...on('2026-03-10'), claim: claimAfter(sent, taken) });
    expect(recordedBy(decision)).toEqual(
      reported({
        ...whole,
        office: 'reviewer',
        department: '市数据管理局',
        superior: { name: '数据局分管领导', account: null },
      }),
    );
  });

  it('of an open step of its route goes to the superior of the office that has it, whoever has the claim', () => {
    const office = (department: string) => ({ role: 'reviewer' as const, division: CITY, department });
    const joint = (key: string, department: string) => ({
      ...{ key, kind: 'joint-review' as const, name: { zh: '联审', en: 'Joint review' }, limit: 3 },
      office: office(department),
    });
    const steps = [joint('industry', '市工信局'), joint('data', '市数据管理局')];
    const route = { version: 'a'.repeat(64), round: 1, lead: office('市科技局'), stages: [{ steps }] };
    const walking = [submitted({ route }), event(command(otherClerk), 'ClaimAccepted', { held: null })];
    // Accepted on Monday 2 March, so that both end on Thursday 5.
    expect(refusalBy(decideEscalation({ ...on('2026-03-05'), claim: claimAfter(...walking) }))?.code).toBe(
      'ALREADY_DECIDED',
    );
    const overdue = {
      ...{ limit: 'step' as const, office: 'reviewer' as const, department: '市数据管理局' },
      ...{ attempt: 2, dueOn: '2026-03-05', superior: { name: '数据局分管领导', account: null } },
    };
    const claim = claimAfter(...walking);
    expect(recordedBy(decideEscalation({ ...on('2026-03-06'), claim }))).toEqual(reported(overdue));
    const after = claimAfter(...walking, event(command(installation, '2026-03-06'), 'DeadlineEscalated', overdue));
    expect(refusalBy(decideEscalation({ ...on('2026-03-09'), claim: after }))?.code).toBe('ALREADY_DECIDED');
    expect(routeDeadlinesOf(after.clocks, '2026-03-09').map(({ escalatedTo }) => escalatedTo?.name)).toEqual([
      undefined,
      '数据局分管领导',
    ]);
  });

  it('is reported to no superior whose account is shut, and once another is named to him', () => {
    const claim = claimAfter(sent);
    const shut = { ...on('2026-03-05'), accounts: new Set(['another']), claim };
    expect(refusalBy(decideEscalation(shut))?.code).toBe('ALREADY_DECIDED');
    expect(recordedBy(decideEscalation({ ...shut, accounts: new Set(['head']) }))).toEqual(reported(step));
  });

  it('is reported to nobody where nobody is named, while the enterprise has it, and where there is no rule', () => {
    expect(refusalBy(decideEscalation({ ...on('2026-03-20'), catalogue, claim: claimAfter(sent) }))?.code).toBe(
      'ALREADY_DECIDED',
    );
    expect(refusalBy(decideEscalation({ ...on('2026-03-20'), claim: claimAfter(sent, returned) }))?.code).toBe(
      'ALREADY_DECIDED',
    );
    expect(refusalBy(decideEscalation({ ...on('2026-03-20'), claim: claimAfter(submitted()) }))?.code).toBe(
      'ALREADY_DECIDED',
    );
    expect(refusalBy(decideEscalation({ ...on('2026-03-20'), claim: null }))?.code).toBe('NOT_FOUND');
  });
});

function escalated(day: string, data: typeof step | typeof whole) {
  const { limit, office, ...rest } = data;
  if ((limit !== 'step' && limit !== 'whole') || office !== 'clerk') throw new Error('It is one of the two.');
  return event(command(installation, day), 'DeadlineEscalated', { ...rest, limit, office } as const);
}
