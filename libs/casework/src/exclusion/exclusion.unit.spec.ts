import { describe, expect, it } from '@jest/globals';
import type { RegisterRule } from '@duixian/policy';
import { decideAcceptance } from '../claim/decide/acceptance.js';
import { metaOf, type Actor } from '../common/actor.js';
import { addYears } from '../common/plain-date.js';
import {
  accepted,
  catalogue,
  CITY,
  claimAfter,
  clerk,
  command,
  official,
  otherClerk,
  recordedBy,
  refusalBy,
  reviewed,
  submitted,
  USCC,
  uscc,
} from '../spec/fixtures.spec.js';
import { checkRows, type StatedRow } from './check-rows.js';
import { decideClearing } from './decide-clearing.js';
import { decideEditionAnswer, decideEditionOpening, decideEditionProposal, decideRowsRead } from './decide-edition.js';
import { foldEditionParts, NO_PARTS } from './edition-parts.js';
import type { ExclusionEvent } from './exclusion-event.js';
import { foldExclusion } from './exclusion.js';
import { clearingFor, excludedRefusal, exclusionHits } from './hits.js';
import { editionStanding, foldRegister } from './register-book.js';
import type { EditionSource, RegisterEvent } from './register-event.js';

const keeper = official('keeper', 'finance', CITY, '市财政局');
const second = official('second', 'finance', CITY, '市财政局');
const clearer = official('clearer', 'reviewer', CITY, '市数据管理局');
const OTHER = uscc('91350582MA2YYYYY0');

const rule: RegisterRule = {
  id: 'dishonest',
  name: { zh: '严重失信主体名单', en: 'list of seriously dishonest subjects' },
  source: '办法',
  asked: ['acceptance', 'instruction'],
  keptBy: { role: 'finance', department: '市财政局' },
  clearedBy: { role: 'reviewer', department: '市数据管理局' },
  grounds: [{ id: 'repaired', name: { zh: '已完成信用修复', en: 'credit repaired' } }],
};
const source: EditionSource = {
  title: '严重失信主体名单',
  authority: '某某市中级人民法院',
  document: null,
  url: 'https://court.example/list',
  publishedOn: '2026-02-20',
  validUntil: null,
};
const FILE = { name: '名单.csv', sha256: 'aa' };
const row = (line: number, change: Partial<StatedRow> = {}): StatedRow => ({
  line,
  name: '青石智算科技有限公司',
  uscc: USCC,
  matter: '有履行能力而拒不履行',
  decision: '（2026）闽05执1号',
  on: '2026-02-01',
  until: '',
  ...change,
});

const of = (actor: Actor, on = '2026-03-02') => ({ ...command(actor, on), register: 'dishonest' });
const open = (change: Partial<EditionSource> = {}, book = foldRegister([]), actor = keeper) =>
  decideEditionOpening({
    command: { ...of(actor), source: { ...source, ...change }, file: FILE },
    rule,
    book,
  });

/** The events of one register up to the agreement to an edition. */
function agreed(id: string, change: Partial<EditionSource> = {}): RegisterEvent[] {
  const meta = metaOf({ ...command(keeper), commandId: id });
  const shared = { schemaVersion: 1 as const, occurredOn: '2026-03-02', meta };
  return [
    {
      ...shared,
      type: 'RegisterEditionOpened',
      data: { register: 'dishonest', proposal: id, no: 1, ...source, ...change, file: { ...FILE, sha256: id } },
    },
    {
      ...shared,
      type: 'RegisterEditionProposed',
      data: { register: 'dishonest', proposal: id, opensUntil: '2026-04-01', rows: 1, refused: 0, parts: 1 },
    },
    {
      ...shared,
      type: 'RegisterEditionAgreed',
      meta: metaOf(command(second)),
      data: { register: 'dishonest', proposal: id, effectiveFrom: '2026-03-02' },
    },
  ];
}

function listed(proposal: string, change: object = {}): ExclusionEvent {
  return {
    type: 'EnterpriseListed',
    schemaVersion: 1,
    occurredOn: '2026-03-02',
    meta: metaOf(command(keeper)),
    data: {
      register: 'dishonest',
      proposal,
      row: 17,
      uscc: USCC,
      name: '青石智算科技有限公司',
      matter: '有履行能力而拒不履行',
      decision: null,
      on: '2026-02-01',
      until: null,
      ...change,
    },
  };
}

function hits(events: readonly RegisterEvent[], rows: readonly ExclusionEvent[], on = '2026-03-02', by = rule) {
  const books = new Map([['dishonest', foldRegister(events)]]);
  return exclusionHits({ rules: [by], books, rows: foldExclusion(rows) }, on);
}

describe('an edition of a register', () => {
  it('is opened, read in parts, proposed by one and agreed to by another, row by row', () => {
    const opening = open();
    if (!opening.ok) throw new Error(opening.refusal.message.en);
    const opened = foldRegister(opening.streams.flatMap(({ events }) => events) as RegisterEvent[]);
    const edition = 'by-keeper';
    const read = decideRowsRead({
      command: {
        ...{ ...of(keeper), edition, part: 1, sha256: 'p1', unread: 1, faults: [] },
        rows: [row(2), row(3), row(4, { uscc: OTHER }), row(5, { uscc: '123' })],
      },
      ...{ rule, book: opened, parts: NO_PARTS, codesOnRecord: new Set<string>() },
    });
    const data = { register: 'dishonest', proposal: edition };
    expect(recordedBy(read)).toEqual({
      'edition-by-keeper': [
        { type: 'RegisterRowsRead', data: { ...data, part: 1, rows: 2, refused: 3, sha256: 'p1' } },
      ],
      [`exclusion-${USCC}`]: [
        { type: 'EnterpriseListed', data: expect.objectContaining({ ...data, row: 1, uscc: USCC, until: null }) },
      ],
      [`exclusion-${OTHER}`]: [
        { type: 'EnterpriseListed', data: expect.objectContaining({ ...data, row: 3, uscc: OTHER }) },
      ],
    });
    const parts = { hashes: ['p1'], rows: 2, refused: 3 };
    expect(
      recordedBy(decideEditionProposal({ command: { ...of(keeper), edition }, rule, book: opened, parts })),
    ).toEqual({
      'register-dishonest': [
        { type: 'RegisterEditionProposed', data: { ...data, opensUntil: '2026-04-01', rows: 2, refused: 3, parts: 1 } },
      ],
    });
    const again = (part: number, sha256: string) =>
      refusalBy(
        decideRowsRead({
          command: { ...of(keeper), edition, part, sha256, rows: [row(2)], unread: 0, faults: [] },
          ...{ rule, book: opened, parts, codesOnRecord: new Set<string>() },
        }),
      )?.code;
    expect([again(1, 'p1'), again(1, 'p2'), again(3, 'p3')]).toEqual([
      'ALREADY_DECIDED',
      'CHANGED_SINCE',
      'INVALID_INPUT',
    ]);
    expect(
      refusalBy(decideEditionProposal({ command: { ...of(keeper), edition }, rule, book: opened, parts: NO_PARTS })),
    ).toEqual({
      code: 'INVALID_INPUT',
      field: 'file',
    });
  });

  it.each([
    ['no source', { url: null }, 'document'],
    ['an address that is none', { url: 'court' }, 'url'],
    ['a day to come', { publishedOn: '2026-03-03' }, 'publishedOn'],
    ['a day before that of the edition in force', { publishedOn: '2026-02-19' }, 'publishedOn'],
    ['an end that is past', { validUntil: '2026-03-01' }, 'validUntil'],
    ['no title', { title: ' ' }, 'title'],
  ])('is refused with %s, by the field', (_, change, field) => {
    expect(refusalBy(open(change, foldRegister(agreed('e1'))))).toEqual({ code: 'INVALID_INPUT', field });
  });

  it('is of the office that the city names, and its file comes once', () => {
    expect(refusalBy(open({}, foldRegister([]), clearer))?.code).toBe('NOT_YOUR_OFFICE');
    expect(refusalBy(open({}, foldRegister([]), official('f', 'finance', CITY, '市教育局')))?.code).toBe(
      'NOT_YOUR_OFFICE',
    );
    expect(refusalBy(open({}, foldRegister([]), official('f', 'finance', '350582', '市财政局')))?.code).toBe(
      'NOT_YOUR_OFFICE',
    );
    expect(refusalBy(open({}, foldRegister(agreed('aa'))))).toEqual({ code: 'ALREADY_DECIDED', field: 'file' });
  });

  it('is not agreed to by its proposer, nor once a later list is in force', () => {
    const answer = (events: RegisterEvent[], actor: Actor) =>
      refusalBy(
        decideEditionAnswer({
          command: { ...of(actor), edition: 'e1', answer: { kind: 'agree' } },
          ...{ rule, book: foldRegister(events) },
        }),
      )?.code ?? null;
    const waiting = agreed('e1').slice(0, 2);
    expect(answer(waiting, keeper)).toBe('SAME_PERSON');
    expect(answer(waiting, second)).toBeNull();
    expect(answer(waiting.slice(0, 1), second)).toBe('NOT_YOUR_TURN');
    expect(answer([...waiting, ...agreed('e2', { publishedOn: '2026-02-21' })], second)).toBe('ALREADY_DECIDED');
  });

  it('stands until another takes its place, or its last day is over', () => {
    const standing = (events: RegisterEvent[], on: string) => {
      const book = foldRegister(events);
      return book.editions.map((each) => editionStanding(each, book.inForce, on));
    };
    const first = agreed('e1', { validUntil: '2026-05-31' });
    expect(standing(first, '2026-05-31')).toEqual(['in-force']);
    expect(standing(first, '2026-06-01')).toEqual(['expired']);
    expect(standing([...first, ...agreed('e2')], '2026-04-02')).toEqual(['replaced', 'in-force']);
    expect(standing(first.slice(0, 2), '2026-04-02')).toEqual(['lapsed']);
  });
});

describe('a line of a register', () => {
  const check = (change: Partial<StatedRow>, by = rule) => {
    const grounds = { rule: by, before: 500, codesOnRecord: new Set<string>(), on: '2026-03-02' };
    const [checked] = checkRows([row(2, change)], grounds);
    return checked?.row?.row ?? checked?.problems.map(({ field }) => field);
  };

  it.each([
    ['as it should be', {}, 501],
    ['without a day', { on: '' }, 501],
    ['without a name', { name: '' }, ['name']],
    ['of a person', { uscc: '350500199001011234' }, ['uscc']],
    ['without a matter', { matter: ' ' }, ['matter']],
    ['of a day to come', { on: '2026-03-03' }, ['on']],
    ['that ends before it begins', { until: '2026-01-31' }, ['until']],
  ])('%s', (_, change, outcome) => {
    expect(check(change)).toEqual(outcome);
  });

  it('has a day where its ban is counted from it', () => {
    expect(check({ on: '' }, { ...rule, years: 3 })).toEqual(['on']);
  });
});

describe('a hit', () => {
  const claim = claimAfter(submitted(), accepted, reviewed);
  const asked = (found: ReturnType<typeof hits>, step: 'acceptance' | 'determination' | 'instruction') =>
    excludedRefusal(claim, found, step);

  it('holds at the steps that the register names, with its row, source, day and way out', () => {
    const found = hits(agreed('e1'), [listed('e1')]);
    expect(asked(found, 'determination')).toBeNull();
    const refusal = asked(found, 'acceptance');
    expect(refusal).toMatchObject({ code: 'EXCLUDED', field: 'uscc' });
    for (const told of [
      '严重失信主体名单',
      '第17行',
      'https://court.example/list',
      '2026-02-20',
      '市数据管理局“审核”岗位',
    ]) {
      expect(refusal?.message.zh).toContain(told);
    }
  });

  it('holds the acceptance of the claim', () => {
    const input = {
      ...{ command: { ...command(otherClerk), claim: claim.id }, claim: claimAfter(submitted()) },
      ...{ evidence: [], statuses: new Map(), former: new Map(), catalogue },
    };
    const held = decideAcceptance({ ...input, exclusions: hits(agreed('e1'), [listed('e1')]) });
    expect(refusalBy(held)).toEqual({ code: 'EXCLUDED', field: 'uscc' });
    expect(decideAcceptance(input).ok).toBe(true);
  });

  it('is of the edition in force alone', () => {
    expect(hits(agreed('e1').slice(0, 2), [listed('e1')])).toEqual([]);
    expect(hits([...agreed('e1'), ...agreed('e2')], [listed('e1')])).toEqual([]);
    expect(hits([...agreed('e1'), ...agreed('e2')], [listed('e1'), listed('e2')])).toHaveLength(1);
  });

  it('lasts as long as it is listed, until the day of its row, or for the years of the register', () => {
    const lasts = (change: object, years: number | undefined, on: string) =>
      hits(agreed('e1'), [listed('e1', change)], on, years === undefined ? rule : { ...rule, years }).length === 1;
    expect(lasts({}, undefined, '2090-01-01')).toBe(true);
    expect(lasts({ until: '2026-08-01' }, undefined, '2026-08-01')).toBe(true);
    expect(lasts({ until: '2026-08-01' }, undefined, '2026-08-02')).toBe(false);
    expect(lasts({}, 3, '2029-02-01')).toBe(true);
    expect(lasts({}, 3, '2029-02-02')).toBe(false);
    expect(addYears('2028-02-29', 1)).toBe('2029-02-28');
  });
});

describe('a row', () => {
  const book = foldRegister(agreed('e1'));
  const clear = (actor: Actor, change: object = {}, events: ExclusionEvent[] = [listed('e1')]) =>
    decideClearing({
      command: { ...of(actor), edition: 'e1', row: 17, uscc: USCC, ground: 'repaired', reason: '已修复', ...change },
      ...{ rule, book, rows: foldExclusion(events) },
    });
  const cleared = (actor: Actor): ExclusionEvent => {
    return {
      type: 'ExclusionCleared',
      schemaVersion: 1,
      occurredOn: '2026-03-02',
      meta: metaOf(command(actor)),
      data: {
        ...{ register: 'dishonest', proposal: 'e1', row: 17, uscc: USCC, reason: '已修复', capacity: 'reviewer' },
        ground: { id: 'repaired', name: rule.grounds[0]?.name ?? { zh: '', en: '' } },
      },
    };
  };

  it('is cleared by the office that the city names, for a reason of the register', () => {
    expect(recordedBy(clear(clearer))[`exclusion-${USCC}`]).toEqual(
      [cleared(clearer)].map(({ type, data }) => ({ type, data })),
    );
  });

  it.each([
    ['of another office', keeper, {}, 'NOT_YOUR_OFFICE'],
    ['with a reason that the register does not know', clearer, { ground: 'other' }, 'INVALID_INPUT'],
    ['without a word', clearer, { reason: ' ' }, 'INVALID_INPUT'],
    ['of a row that is not there', clearer, { row: 18 }, 'NOT_FOUND'],
  ])('is not cleared by somebody %s', (_, actor, change, code) => {
    expect(refusalBy(clear(actor, change))?.code).toBe(code);
  });

  it('holds claims again in another edition, and on another row', () => {
    const claim = claimAfter(submitted());
    const rows = [listed('e1'), cleared(clearer), listed('e1', { row: 18 }), listed('e2')];
    const held = (events: RegisterEvent[]) =>
      hits(events, rows)
        .filter(({ row: each }) => clearingFor(each, claim) === null)
        .map(({ row: each }) => [each.proposal, each.row]);
    expect(held(agreed('e1'))).toEqual([['e1', 18]]);
    expect(held([...agreed('e1'), ...agreed('e2')])).toEqual([['e2', 17]]);
  });

  it('holds a claim in which whoever cleared it took part in another office', () => {
    const claim = claimAfter(submitted());
    const clears = (by: Actor) => {
      const [found] = foldExclusion([listed('e1'), cleared(by)]);
      return found !== undefined && clearingFor(found, claim) !== null;
    };
    expect(clears(clearer)).toBe(true);
    expect(clears({ ...clerk, department: null })).toBe(false);
  });
});

it('counts the parts of a file', () => {
  expect(foldEditionParts([])).toBe(NO_PARTS);
});
