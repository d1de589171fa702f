import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../common/actor.js';
import { event } from '../common/decision.js';
import { parseEnterpriseEvent } from '../parse-event.js';
import {
  catalogue,
  CITY,
  clerk,
  command,
  COUNTY,
  enterprise,
  official,
  recordedBy,
  refusalBy,
  USCC,
} from '../spec/fixtures.spec.js';
import {
  divisionOn,
  evolveEnterprise,
  foldEnterprise,
  lastDivision,
  windowOf,
  type Enterprise,
  type EnterpriseEvent,
} from './enterprise.js';
import { decideMoveAnswer, decideMoveProposal } from './move.js';
import { decideRegistration } from './registration.js';

const registration = { ...command(clerk), uscc: USCC, name: ' 晋江青石智算科技有限公司 ', division: COUNTY };
const NEXT = '350583';
const nextClerk = official('next-clerk', 'clerk', NEXT);
const moved: EnterpriseEvent = event(command(nextClerk), 'EnterpriseMoved', {
  uscc: USCC,
  from: COUNTY,
  division: NEXT,
  on: '2025-07-01',
});

describe('registration', () => {
  it('records code, name and division', () => {
    expect(
      recordedBy(decideRegistration({ command: registration, enterprise: null, places: catalogue.places })),
    ).toEqual({
      [`enterprise-${USCC}`]: [
        { type: 'EnterpriseRegistered', data: { uscc: USCC, name: '晋江青石智算科技有限公司', division: COUNTY } },
      ],
    });
  });

  it.each([
    ['INVALID_INPUT', 'uscc', { uscc: '91350582MA2XXXXX00' }, null],
    ['INVALID_INPUT', 'name', { name: ' ' }, null],
    ['INVALID_INPUT', 'division', { division: '35058' }, null],
    ['INVALID_INPUT', 'division', { division: CITY }, null],
    ['INVALID_INPUT', 'division', { division: '350599' }, null],
    ['ENTERPRISE_EXISTS', 'uscc', {}, enterprise],
    ['WRONG_JURISDICTION', 'division', { division: '350602' }, null],
    ['NOT_YOUR_OFFICE', 'division', command(nextClerk), null],
    ['NOT_YOUR_OFFICE', 'division', command(official('f', 'finance', COUNTY)), null],
  ])('refuses with %s on %s', (code, field, change, state) => {
    const decision = decideRegistration({
      command: { ...registration, ...change },
      enterprise: state,
      places: catalogue.places,
    });
    expect(refusalBy(decision)).toEqual({ code, field });
  });
});

describe('a division that the city does not have', () => {
  it('is refused with those that it has', () => {
    const sent = { ...registration, division: '350599' };
    const decision = decideRegistration({ command: sent, enterprise: null, places: catalogue.places });
    expect(decision).toMatchObject({
      refusal: {
        field: 'division',
        message: {
          en: expect.stringContaining('石狮市 350581, 晋江市 350582, 南安市 350583, 泉州经济技术开发区 350590'),
        },
      },
    });
  });

  it('is its own code in a city that the standard divides no further', () => {
    const register = (division: string) =>
      decideRegistration({
        command: { ...registration, ...command(official('d', 'clerk', '441900')), tenant: '441900', division },
        enterprise: null,
        places: catalogue.places,
      });
    expect(register('441900').ok).toBe(true);
    expect(refusalBy(register('441901'))).toEqual({ code: 'INVALID_INPUT', field: 'division' });
    expect(refusalBy(register('350582'))).toEqual({ code: 'WRONG_JURISDICTION', field: 'division' });
  });

  it('is none that was merged or renamed: its successor is named, and an earlier day still has it', () => {
    const register = (division: string, on: string) => {
      const actor = official('z', 'clerk', '350600');
      const sent = { ...registration, ...command(actor), tenant: '350600', division, on };
      return decideRegistration({ command: sent, enterprise: null, places: catalogue.places });
    };
    expect(register('350681', '2021-02-01').ok).toBe(true);
    expect(register('350681', '2021-02-02')).toMatchObject({
      refusal: {
        field: 'division',
        message: { en: expect.stringMatching(/龙海市 350681 .* since 2021-02-02: state 龙海区 350604/) },
      },
    });
    expect(register('350604', '2021-02-02').ok).toBe(true);
    expect(register('350604', '2021-02-01')).toMatchObject({
      refusal: {
        field: 'division',
        message: { en: expect.stringMatching(/not yet in force on 2021-02-01: state 龙海市 350681/) },
      },
    });
  });

  it('may be a zone that the city lists', () => {
    const sent = { ...registration, ...command(official('c', 'clerk', CITY)), division: '350591' };
    expect(decideRegistration({ command: sent, enterprise: null, places: catalogue.places }).ok).toBe(true);
  });
});

describe('move', () => {
  const today = { ...command(nextClerk), on: '2025-07-10' };
  const move = { ...today, uscc: USCC, division: NEXT, movedOn: '2025-07-01', corrects: false };
  const PROPOSAL = move.commandId;
  const other = official('other-clerk', 'clerk', COUNTY);
  const settled = evolveEnterprise(enterprise, moved);

  function proposed(
    change: Partial<typeof move> = {},
    state: Enterprise = { ...enterprise, registeredOn: '2024-01-01' },
  ): Enterprise {
    const decision = decideMoveProposal({
      command: { ...move, ...change },
      enterprise: state,
      places: catalogue.places,
    });
    if (!decision.ok) throw new Error(decision.refusal.message.en);
    return (
      decision.streams[0]?.events.reduce<Enterprise>(
        (before, each) => evolveEnterprise(before, parseEnterpriseEvent(each)),
        state,
      ) ?? state
    );
  }

  function answered(state: Enterprise, actor: Actor, on = '2025-07-11') {
    const sent = { ...command(actor), on, uscc: USCC, proposal: PROPOSAL, answer: { kind: 'agree' } as const };
    return decideMoveAnswer({ command: sent, enterprise: state });
  }

  it('is proposed by the window it comes to, and is none until the window that it leaves agrees', () => {
    const state = proposed();
    expect(lastDivision(state)).toBe(COUNTY);
    expect(recordedBy(answered(state, other))).toEqual({
      [`enterprise-${USCC}`]: [
        { type: 'MoveAgreed', data: { proposal: PROPOSAL, effectiveFrom: '2025-07-11' } },
        { type: 'EnterpriseMoved', data: { uscc: USCC, from: COUNTY, division: NEXT, on: '2025-07-01' } },
      ],
    });
  });

  it.each([
    ['the window it comes to', official('next-2', 'clerk', NEXT), '2025-07-11', 'NOT_YOUR_OFFICE'],
    ['the proposer himself, from another desk', { ...other, userId: nextClerk.userId }, '2025-07-11', 'SAME_PERSON'],
    ['finance', official('f', 'finance', COUNTY), '2025-07-11', 'NOT_YOUR_OFFICE'],
    ['anybody after thirty days', other, '2025-08-10', 'ALREADY_DECIDED'],
  ])('is not agreed to by %s', (_, actor, on, code) => {
    expect(refusalBy(answered(proposed(), actor, on))).toMatchObject({ code });
  });

  it('is agreed to by the city where the window is silent', () => {
    expect(answered(proposed(), official('city-clerk', 'clerk', CITY)).ok).toBe(true);
  });

  it.each([
    ['NOT_FOUND', 'uscc', {}, null],
    ['INVALID_INPUT', 'division', { division: COUNTY, ...command(clerk), on: '2025-07-10' }, enterprise],
    ['INVALID_INPUT', 'on', { movedOn: '1 July' }, enterprise],
    ['INVALID_INPUT', 'on', { movedOn: '2025-07-11' }, enterprise],
    ['INVALID_INPUT', 'on', { movedOn: '2025-04-10' }, { ...enterprise, registeredOn: '2024-01-01' }],
    ['INVALID_INPUT', 'on', { movedOn: '2025-06-30' }, { ...enterprise, registeredOn: '2025-07-01' }],
    ['INVALID_INPUT', 'on', { division: '350505' }, settled],
    ['INVALID_INPUT', 'division', { corrects: true }, { ...enterprise, registeredOn: '2024-01-01' }],
    [
      'NOT_YOUR_OFFICE',
      'division',
      { ...command(clerk), on: '2025-07-10' },
      { ...enterprise, registeredOn: '2024-01-01' },
    ],
    ['INVALID_INPUT', 'division', { division: '350599' }, { ...enterprise, registeredOn: '2024-01-01' }],
    ['PROPOSAL_OPEN', null, {}, proposed()],
  ])('is refused with %s on %s', (code, field, change, state) => {
    const decision = decideMoveProposal({
      command: { ...move, ...change },
      enterprise: state,
      places: catalogue.places,
    });
    expect(refusalBy(decision)).toEqual({ code, field });
  });

  it('of a day that lies ahead is put right to any day since the one before, however long ago', () => {
    const state = evolveEnterprise(
      { ...enterprise, registeredOn: '2024-01-01' },
      event(command(nextClerk), 'EnterpriseMoved', { uscc: USCC, from: COUNTY, division: NEXT, on: '2062-07-01' }),
    );
    const corrects = { corrects: true, movedOn: '2024-07-01' };
    expect(proposed(corrects, state).proposals).toMatchObject([{ on: '2024-07-01', corrects: true }]);
    const tooEarly = { ...move, ...corrects, movedOn: '2023-12-31' };
    const decision = decideMoveProposal({ command: tooEarly, enterprise: state, places: catalogue.places });
    expect(refusalBy(decision)).toEqual({ code: 'INVALID_INPUT', field: 'on' });
  });

  it('leaves the days before it where they were', () => {
    expect(['2020-01-01', '2025-06-30', '2025-07-01', '2026-01-01'].map((day) => divisionOn(settled, day))).toEqual([
      COUNTY,
      COUNTY,
      NEXT,
      NEXT,
    ]);
    expect(lastDivision(settled)).toBe(NEXT);
  });

  it('that was entered wrongly is put right by two windows, and taken back where there was none', () => {
    const later = { corrects: true, movedOn: '2025-07-05', ...command(clerk), on: '2026-03-01', division: COUNTY };
    const state = proposed(later, settled);
    const sent = {
      ...command(nextClerk),
      on: '2026-03-02',
      uscc: USCC,
      proposal: later.commandId,
      answer: { kind: 'agree' } as const,
    };
    const decision = decideMoveAnswer({ command: sent, enterprise: state });
    expect(recordedBy(decision)[`enterprise-${USCC}`]?.[1]).toEqual({
      type: 'MoveCorrected',
      data: { uscc: USCC, was: { division: NEXT, on: '2025-07-01' }, division: COUNTY, on: '2025-07-05' },
    });
    const after = decision.ok
      ? decision.streams
          .flatMap(({ events }) => events)
          .map(parseEnterpriseEvent)
          .reduce<Enterprise>(evolveEnterprise, state)
      : state;
    expect(after.moves).toEqual([]);
    expect(divisionOn(after, '2025-08-01')).toBe(COUNTY);
  });
});

describe('a move out of the city', () => {
  const XIAMEN = '350203';
  const leaving = {
    ...command(clerk),
    on: '2025-07-10',
    uscc: USCC,
    division: XIAMEN,
    movedOn: '2025-07-01',
    corrects: false,
  };
  const registered = { ...enterprise, registeredOn: '2024-01-01' };
  const colleague = official('colleague', 'clerk', COUNTY);

  function after(state: Enterprise, decision: ReturnType<typeof decideMoveProposal>): Enterprise {
    if (!decision.ok) throw new Error(decision.refusal.message.en);
    return decision.streams
      .flatMap(({ events }) => events)
      .map(parseEnterpriseEvent)
      .reduce<Enterprise>(evolveEnterprise, state);
  }
  const propose = (change: object = {}, state = registered) =>
    decideMoveProposal({ command: { ...leaving, ...change }, enterprise: state, places: catalogue.places });
  const agree = (state: Enterprise, actor: Actor, proposal: string) =>
    decideMoveAnswer({
      command: { ...command(actor), on: '2025-07-11', uscc: USCC, proposal, answer: { kind: 'agree' } },
      enterprise: state,
    });

  it('is proposed and agreed to by the window that it leaves, which goes on keeping what is known of it', () => {
    const proposed = after(registered, propose());
    expect(refusalBy(agree(proposed, nextClerk, leaving.commandId))).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(refusalBy(agree(proposed, clerk, leaving.commandId))).toMatchObject({ code: 'SAME_PERSON' });
    const left = after(proposed, agree(proposed, colleague, leaving.commandId));
    expect([divisionOn(left, '2025-06-30'), divisionOn(left, '2025-07-01')]).toEqual([COUNTY, XIAMEN]);
    expect([lastDivision(left), windowOf(left)]).toEqual([XIAMEN, COUNTY]);
  });

  it('may lead to a city without counties, and to no division that does not exist', () => {
    expect(propose({ division: '441900' }).ok).toBe(true);
    expect(refusalBy(propose({ division: '990101' }))).toEqual({ code: 'INVALID_INPUT', field: 'division' });
    expect(refusalBy(propose({ ...command(nextClerk), on: leaving.on }))).toEqual({
      code: 'NOT_YOUR_OFFICE',
      field: null,
    });
  });

  it('that was entered by mistake, or on a mistyped day, is put right by the same window', () => {
    const proposed = after(registered, propose());
    const left = after(proposed, agree(proposed, colleague, leaving.commandId));
    const mended = { ...command(colleague), on: '2025-07-20', corrects: true };
    for (const [change, moves] of [
      [{ division: COUNTY, movedOn: '2025-07-01' }, []],
      [{ division: XIAMEN, movedOn: '2025-06-20' }, [{ division: XIAMEN, on: '2025-06-20' }]],
    ] as const) {
      const again = after(left, propose({ ...mended, ...change }, left));
      expect(after(again, agree(again, clerk, mended.commandId)).moves).toEqual(moves);
    }
  });
});

describe('enterprise', () => {
  it('is unknown before it is registered', () => {
    expect(foldEnterprise([])).toBeNull();
    expect(() => foldEnterprise([moved])).toThrow(/before EnterpriseRegistered/);
  });
});
