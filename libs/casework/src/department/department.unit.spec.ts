import { beforeEach, describe, expect, it } from '@jest/globals';
import { readCatalogue } from '@duixian/policy-files';
import type { Places } from '@duixian/policy';
import type { Actor } from '../common/actor.js';
import { CITY, clerk, official } from '../spec/fixtures.spec.js';
import { decideDepartmentAnswer, decideDepartmentProposal } from './decide-department.js';
import { agreedChanges, evolveDepartmentBook, initialDepartmentBook, type DepartmentBook } from './department-book.js';
import type { DepartmentChange, DepartmentEvent } from './department-event.js';

const OLD = '市数据管理局';
const NEW = '市数据局';
const ON = '2026-03-02';
const system = official('system', 'system-administrator');
const security = official('security', 'security-administrator');

let book: DepartmentBook;
let places: Places;
let sent = 0;

beforeEach(() => {
  book = initialDepartmentBook;
  ({ places } = readCatalogue());
});

/** What came of it: the event's type and it is on record, or the code of the refusal. */
function outcome(decision: ReturnType<typeof decideDepartmentProposal>): string {
  if (!decision.ok) return decision.refusal.code;
  const events = decision.streams.flatMap((stream) => stream.events) as DepartmentEvent[];
  book = events.reduce(evolveDepartmentBook, book);
  places.departments.record(CITY, agreedChanges(book));
  return events.map(({ type }) => type).join();
}

function propose(change: Partial<DepartmentChange>, actor: Actor = system, on = ON): string {
  const stated = {
    kind: 'renamed',
    division: CITY,
    name: OLD,
    successor: NEW,
    from: ON,
    document: '泉委编〔2026〕3号',
  } as const;
  const command = { commandId: `p${++sent}`, tenant: CITY, actor, on, change: { ...stated, ...change }, reason: null };
  return outcome(decideDepartmentProposal({ command, book, places, leads: () => [OLD] }));
}

function answer(actor: Actor, kind: 'agree' | 'withdraw' = 'agree', on = ON): string {
  const command = { commandId: `a${++sent}`, tenant: CITY, actor, on, proposal: `p${sent - 1}`, answer: { kind } };
  return outcome(decideDepartmentAnswer({ command, book, places, leads: () => [OLD] }));
}

function agreed(change: Partial<DepartmentChange>): void {
  expect([propose(change), answer(security)]).toEqual(['DepartmentChangeProposed', 'DepartmentChangeAgreed']);
}

describe('a department', () => {
  it('that is renamed and merged is carried on, by the day that is asked for', () => {
    agreed({ from: '2026-04-01' });
    agreed({ kind: 'merged', name: NEW, successor: '市工信局', from: '2026-06-01' });
    const on = (day: string) => places.departments.asOf(CITY, OLD, day);
    expect(['2026-03-31', '2026-04-01', '2026-05-31', '2026-06-01'].map(on)).toEqual([OLD, NEW, NEW, '市工信局']);
    expect(places.departments.carriedOn(CITY, '市工信局', '2026-06-01')).toEqual(expect.arrayContaining([OLD, NEW]));
    expect(places.departments.carriedOn(CITY, '市工信局', '2026-05-31')).not.toContain(NEW);
  });

  it('that got a wrong name gets the former one back, and both stand on record', () => {
    agreed({ from: '2026-03-01' });
    agreed({ name: NEW, successor: OLD, from: '2026-03-05' });
    const on = (day: string) => places.departments.asOf(CITY, OLD, day);
    expect(['2026-02-28', '2026-03-04', '2026-03-05'].map(on)).toEqual([OLD, NEW, OLD]);
    expect(places.departments.asOf(CITY, NEW, '2026-03-05')).toBe(OLD);
    expect(places.departments.periodsOf(CITY, OLD)).toMatchObject([{ to: '2026-03-01' }, { from: '2026-03-05' }]);
  });

  it('of a city with nothing on record is as its file has it, whatever another city records', () => {
    const before = places.departments.of(CITY);
    places.departments.record('350600', [
      { kind: 'established', division: '350600', name: '市数据局', successor: null, from: ON },
    ]);
    expect(places.departments.of(CITY)).toEqual(before);
    expect(places.departments.inForce('350600', ON).map(({ name }) => name)).toContain('市数据局');
  });

  it('reports to whom the file names for the department whose work it does', () => {
    const named = places.limits.superiorOf(CITY, 'reviewer', OLD);
    expect(named).not.toBeNull();
    expect(places.limits.superiorOf(CITY, 'reviewer', NEW)).toBeNull();
    agreed({});
    expect(places.limits.superiorOf(CITY, 'reviewer', NEW)).toEqual(named);
  });
});

describe('a change of a department', () => {
  it.each<[string, Actor, Actor, string]>([
    ['by a clerk', clerk, security, 'NOT_YOUR_OFFICE'],
    ['agreed to by who proposed it', security, security, 'SAME_PERSON'],
    ['by two system administrators', system, official('other', 'system-administrator'), 'NOT_YOUR_OFFICE'],
  ])('is refused %s', (_, proposer, agreer, code) => {
    const proposed = propose({}, proposer);
    expect(proposed === 'DepartmentChangeProposed' ? answer(agreer) : proposed).toBe(code);
  });

  it('agreed to after another one has changed what it was about is refused', () => {
    expect(propose({ name: '市工信局', successor: '市工业局' })).toBe('DepartmentChangeProposed');
    const late = sent;
    places.departments.record(CITY, [{ kind: 'ended', division: CITY, name: '市工信局', successor: null, from: ON }]);
    const command = {
      commandId: 'late',
      tenant: CITY,
      actor: security,
      on: ON,
      proposal: `p${late}`,
      answer: { kind: 'agree' } as const,
    };
    expect(outcome(decideDepartmentAnswer({ command, book, places, leads: () => [] }))).toBe('INVALID_INPUT');
  });

  it('cannot begin before the department that it is about, or whose name it takes, was there', () => {
    agreed({ from: '2026-04-01' });
    expect(propose({ name: NEW, successor: '市大数据局', from: '2026-04-01' })).toBe('INVALID_INPUT');
    expect(propose({ kind: 'established', name: OLD, successor: null, from: '2026-03-31' })).toBe('INVALID_INPUT');
    expect(propose({ kind: 'merged', name: '市工信局', successor: NEW, from: '2026-03-31' })).toBe('INVALID_INPUT');
    expect(propose({ kind: 'merged', name: '市工信局', successor: NEW, from: '2026-04-01' })).toBe(
      'DepartmentChangeProposed',
    );
  });
});
