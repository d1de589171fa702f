import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { POLICIES_DIR, readCatalogue } from '@duixian/policy-files';
import { event } from '../common/decision.js';
import type { Actor } from '../common/actor.js';
import {
  CITY,
  CLAIM,
  clerk,
  command,
  COUNTY,
  finance,
  official,
  otherClerk,
  recordedBy,
  refusalBy,
  reviewer,
  USCC,
} from '../spec/fixtures.spec.js';
import {
  decideRecusal,
  decideRecusalLift,
  isSuperiorOf,
  type DeclareRecusal,
  type LiftRecusal,
} from './decide-recusal.js';
import type { RecusalEvent } from './recusal-event.js';
import { foldRecusals, recusedFrom, recusedRefusal, type RecusalMatter } from './recusal.js';

const folder = mkdtempSync(join(tmpdir(), 'duixian-recusals-'));
cpSync(POLICIES_DIR, folder, { recursive: true });
writeFileSync(
  join(folder, 'cities', '350500.yaml'),
  [
    `city: '350500'`,
    'superiors:',
    '  - { office: clerk, of: "350582", name: 窗口负责人, account: head }',
    '  - { office: reviewer, department: 市数据管理局, name: 分管领导 }',
  ].join('\n'),
);
const catalogue = readCatalogue(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const head = official('head', 'finance');
const admin = official('admin', 'system-administrator');
const { userId, username, displayName } = clerk;
const KIN = { userId, username, displayName };
const OF_CLAIM: RecusalMatter = { claim: CLAIM, uscc: null };
const OF_ENTERPRISE: RecusalMatter = { claim: null, uscc: USCC };

const declared = (matter: RecusalMatter, recusal = 'r1') =>
  event(command(clerk), 'RecusalDeclared', { recusal, official: KIN, ...matter, reason: '近亲属' });
const lifted = (matter: RecusalMatter, recusal = 'r1') =>
  event(command(admin), 'RecusalLifted', { recusal, official: KIN, ...matter, reason: '误登' });

interface Lifting {
  readonly kin?: Actor | null;
  readonly events?: readonly RecusalEvent[];
  readonly own?: readonly RecusalEvent[];
}

describe('what keeps an official from a matter', () => {
  it.each([
    ['the claim itself', OF_CLAIM, { claim: CLAIM, uscc: USCC }, true],
    ['another claim of the enterprise', OF_CLAIM, { claim: 'another', uscc: USCC }, false],
    ['the enterprise of the claim', OF_CLAIM, { claim: null, uscc: USCC }, false],
    ['a claim of the enterprise', OF_ENTERPRISE, { claim: CLAIM, uscc: USCC }, true],
    ['the enterprise itself', OF_ENTERPRISE, { claim: null, uscc: USCC }, true],
    ['a claim of another enterprise', OF_ENTERPRISE, { claim: CLAIM, uscc: 'another' }, false],
    ['a claim of nobody knows whom', OF_ENTERPRISE, { claim: CLAIM, uscc: null }, false],
  ])('is asked of %s', (_, from, matter, isKept) => {
    expect(recusedFrom(foldRecusals([declared(from)]), matter) !== undefined).toBe(isKept);
    expect(recusedFrom(foldRecusals([declared(from), lifted(from)]), matter)).toBeUndefined();
  });

  it('is another recusal once one was lifted', () => {
    const recusals = foldRecusals([declared(OF_CLAIM), declared(OF_ENTERPRISE, 'r2'), lifted(OF_CLAIM)]);
    const found = recusedFrom(recusals, { claim: CLAIM, uscc: USCC });
    expect(found?.id).toBe('r2');
    expect(found && recusedRefusal(found)).toMatchObject({
      code: 'RECUSED',
      message: { zh: expect.stringContaining(USCC) },
    });
  });
});

describe('a recusal', () => {
  const decide = (
    change: Partial<DeclareRecusal> = {},
    {
      actor = clerk,
      kin = clerk,
      events = [],
    }: { actor?: Actor; kin?: Actor | null; events?: readonly RecusalEvent[] } = {},
  ) => {
    const given = { ...command(actor), official: userId, ...OF_CLAIM, reason: ' 近亲属 ', ...change };
    return decideRecusal({
      ...{ command: given, official: kin, recusals: foldRecusals(events), catalogue },
      grounds: {
        ofClaim: given.claim === CLAIM ? USCC : null,
        registered: given.uscc === USCC.toLowerCase() ? USCC : null,
      },
    });
  };

  it('is declared by himself, of a claim or of an enterprise as it is registered', () => {
    const recorded = (matter: RecusalMatter, by = 'by-clerk') => ({
      'recusal-clerk': [{ type: 'RecusalDeclared', data: { recusal: by, official: KIN, ...matter, reason: '近亲属' } }],
    });
    expect(recordedBy(decide())).toEqual(recorded(OF_CLAIM));
    expect(recordedBy(decide({ claim: null, uscc: USCC.toLowerCase() }))).toEqual(recorded(OF_ENTERPRISE));
    expect(recordedBy(decide({}, { actor: head }))).toEqual(recorded(OF_CLAIM, 'by-head'));
    expect(recordedBy(decide({}, { actor: admin }))).toEqual(recorded(OF_CLAIM, 'by-admin'));
  });

  it.each([
    ['both matters', { uscc: USCC.toLowerCase() }, {}, 'INVALID_INPUT', 'claim'],
    ['no matter', { claim: null }, {}, 'INVALID_INPUT', 'claim'],
    ['no reason', { reason: ' ' }, {}, 'INVALID_INPUT', 'reason'],
    ['no such claim', { claim: 'none' }, {}, 'NOT_FOUND', 'claim'],
    ['no such enterprise', { claim: null, uscc: 'none' }, {}, 'UNKNOWN_ENTERPRISE', 'uscc'],
    ['nobody', {}, { kin: null }, 'NOT_FOUND', 'official'],
    ['a colleague', {}, { actor: otherClerk }, 'NOT_YOUR_OFFICE', 'official'],
    ['somebody of another superior', {}, { actor: head, kin: reviewer }, 'NOT_YOUR_OFFICE', 'official'],
    ['an auditor', {}, { actor: admin, kin: official('audit', 'auditor') }, 'NOT_YOUR_OFFICE', 'official'],
    ['it again', {}, { events: [declared(OF_CLAIM)] }, 'ALREADY_DECIDED', null],
    ['what its enterprise covers', {}, { events: [declared(OF_ENTERPRISE)] }, 'ALREADY_DECIDED', null],
  ] as const)('is refused of %s', (_, change, rest, code, field) => {
    expect(refusalBy(decide(change, rest))).toMatchObject({ code, field });
  });

  it('is declared of an enterprise also after one of its claims, and anew once it was lifted', () => {
    const whole = { claim: null, uscc: USCC.toLowerCase() };
    expect(refusalBy(decide(whole, { events: [declared(OF_CLAIM)] }))).toBeNull();
    expect(refusalBy(decide({}, { events: [declared(OF_CLAIM), lifted(OF_CLAIM)] }))).toBeNull();
  });
});

describe('the lifting of a recusal', () => {
  const decide = (
    actor: Actor,
    change: Partial<LiftRecusal> = {},
    { kin = clerk, events = [declared(OF_CLAIM)], own = [] }: Lifting = {},
  ) =>
    decideRecusalLift({
      command: { ...command(actor), official: userId, recusal: 'r1', reason: '误登', ...change },
      official: kin,
      recusals: foldRecusals(events),
      own: foldRecusals(own),
      ofClaim: USCC,
      catalogue,
    });

  it('is his superior’s or a system administrator’s', () => {
    expect(recordedBy(decide(head))).toEqual({
      'recusal-clerk': [{ type: 'RecusalLifted', data: { recusal: 'r1', official: KIN, ...OF_CLAIM, reason: '误登' } }],
    });
    expect(refusalBy(decide(admin, {}, { kin: null }))).toBeNull();
  });

  it.each([
    ['himself', clerk, {}, {}, 'SAME_PERSON'],
    ['himself, who is an administrator now', { ...admin, userId }, {}, {}, 'SAME_PERSON'],
    ['a colleague', otherClerk, {}, {}, 'NOT_YOUR_OFFICE'],
    ['the superior of one who has left', head, {}, { kin: null }, 'NOT_YOUR_OFFICE'],
    ['who takes no part in it', head, {}, { own: [declared(OF_CLAIM, 'r9')] }, 'RECUSED'],
    ['who takes no part in its enterprise', head, {}, { own: [declared(OF_ENTERPRISE, 'r9')] }, 'RECUSED'],
    ['nobody for no reason', head, { reason: '' }, {}, 'INVALID_INPUT'],
    ['nobody twice', head, {}, { events: [declared(OF_CLAIM), lifted(OF_CLAIM)] }, 'ALREADY_DECIDED'],
    ['nobody where there is none', head, { recusal: 'r2' }, {}, 'NOT_FOUND'],
  ] as const)('is not that of %s', (_, actor, change, rest, code) => {
    expect(refusalBy(decide(actor, change, rest))?.code).toBe(code);
  });
});

describe('the superior of an official', () => {
  it('is whom the city names for his office, by his account', () => {
    expect(isSuperiorOf(head, clerk, catalogue)).toBe(true);
    expect(isSuperiorOf(head, official('elsewhere', 'clerk', CITY), catalogue)).toBe(false);
    expect(isSuperiorOf(head, official('county', 'clerk', COUNTY), catalogue)).toBe(true);
    // Who has no account here orders nothing.
    expect(isSuperiorOf(finance, reviewer, catalogue)).toBe(false);
  });
});
