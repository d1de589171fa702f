import { describe, expect, it } from '@jest/globals';
import { foldClaim, type ClaimState } from '../claim/claim.js';
import type { SubmitClaim } from '../claim/claim-command.js';
import { parseClaimEvent } from '../parse-event.js';
import { decideDetermination } from '../claim/decide/determination.js';
import { decideSubmission } from '../claim/decide/submission.js';
import type { ClaimStatus } from '../claim/claim-status.js';
import { refusalOf } from '../claim/standing.js';
import type { ClaimAction } from '../claim/steps.js';
import type { Actor } from '../common/actor.js';
import type { Decision } from '../common/decision.js';
import type { CaseworkEvent } from '../casework-event.js';
import { initialEntitlement } from '../entitlement/entitlement.js';
import {
  accepted,
  catalogue,
  CITY,
  COUNTY,
  clerk,
  command,
  enterprise,
  finance,
  official,
  recordedBy,
  refusalBy,
  reviewed,
  submission,
  USCC,
  uscc,
} from '../spec/fixtures.spec.js';
import { doubtfulCodes } from '../common/stated-cells.js';
import { checkLines, type StatedLine } from './check-lines.js';
import { decideListProposal, decideRecognitionAnswer, decideRevocationProposal } from './decide-recognition.js';
import { parseEntryNumber } from './entry-number.js';
import { headProblems } from './list-head.js';
import type { AnswerRecognition, ProposeRecognitionList } from './recognition-command.js';
import type { RecognitionEvent } from './recognition-event.js';
import { foldRecognitionList, type RecognitionList, type RecognitionListState } from './recognition-list.js';

const LIST = '泉工信〔2025〕88号';
const SCENARIO = 'quanzhou-2024-7/3';
const OTHER_FIRM = uscc('91350582MA2YYYYY0');
/** Registered from its licence: its check character does not fit. */
const OLD = '91350582MA2YYYYY11';
const industry = official('industry', 'reviewer', CITY, '市工信局');
const otherIndustry = official('other-industry', 'reviewer', CITY, '市工信局');
const window = official('window', 'clerk', CITY);
const science = official('science', 'reviewer', CITY, '市科技局');

function line(number: number, change: Partial<StatedLine> = {}): StatedLine {
  const stated = {
    name: enterprise.name,
    uscc: USCC,
    subject: `场景${number}`,
    level: '市级',
    batch: '',
    certificate: '',
  };
  return { line: number + 1, ...stated, ...change };
}

function proposal(change: Partial<ProposeRecognitionList> = {}): ProposeRecognitionList {
  return {
    ...command(industry),
    document: '泉工信[2025]第088号',
    title: '2025年人工智能优秀应用场景名单',
    authority: '泉州市工业和信息化局',
    issuedOn: '2025-06-20',
    validFrom: '2025-06-20',
    validUntil: '2026-06-19',
    department: '市工信局',
    file: { name: '名单.csv', sha256: 'a'.repeat(64) },
    lines: [line(1), line(2, { certificate: '泉场景证[2025]7号' }), line(3, { uscc: OTHER_FIRM })],
    unread: 0,
    faults: [],
    ...change,
  };
}

function propose(
  request: ProposeRecognitionList,
  list: RecognitionListState = null,
  codesOnRecord: ReadonlySet<string> = new Set(),
): Decision<CaseworkEvent> {
  return decideListProposal({ command: request, list, codesOnRecord, places: catalogue.places });
}

/** The events that a decision records. @throws Error when it is refused. */
function eventsOf(decision: Decision<CaseworkEvent>): RecognitionEvent[] {
  if (!decision.ok) throw new Error(decision.refusal.message.en);
  return decision.streams.flatMap(({ events }) => events as RecognitionEvent[]);
}

function answered(list: RecognitionListState, by = otherIndustry, id = 'by-industry'): Decision<CaseworkEvent> {
  const request = { ...command(by), list: LIST, proposal: id, answer: { kind: 'agree' as const } };
  return decideRecognitionAnswer({ command: request, list });
}

const PROPOSED = eventsOf(propose(proposal()));
const AGREED = [...PROPOSED, ...eventsOf(answered(foldRecognitionList(PROPOSED)))];

function inForce(): RecognitionList {
  const list = foldRecognitionList(AGREED);
  if (list === null) throw new Error('There is no list.');
  return list;
}

function revoked(from: string, entries: readonly number[] | null = [1]): RecognitionEvent[] {
  const request = { ...command(window), list: LIST, entries, from, reason: '材料不实' };
  const proposed = eventsOf(decideRevocationProposal({ command: request, list: inForce() }));
  return [...proposed, ...eventsOf(answered(foldRecognitionList([...AGREED, ...proposed]), industry, 'by-window'))];
}

describe('a line of a list', () => {
  const check = (lines: readonly StatedLine[], list: RecognitionListState = null) =>
    checkLines(lines, { document: LIST, list, codesOnRecord: new Set(), on: command(industry).on });
  const problems = (lines: readonly StatedLine[], list?: RecognitionListState) =>
    check(lines, list).map(({ entry, problems: found }) =>
      entry === null ? found.map(({ field }) => field) : 'taken',
    );

  it('is taken as it will be recorded, also for an enterprise that nobody registered', () => {
    const [checked] = check([line(1, { uscc: ` ${OTHER_FIRM.toLowerCase()} `, certificate: '泉证字[2025]第07号' })]);
    expect(checked?.entry).toMatchObject({ no: 1, uscc: OTHER_FIRM, certificate: '泉证字〔2025〕7号', batch: null });
  });

  it('is refused for its code, its blanks and its certificate, each by its field', () => {
    expect(problems([line(1, { uscc: '91350582MA2XXXXX01', name: '', subject: ' ', certificate: '待补' })])).toEqual([
      ['name', 'uscc', 'subject', 'certificate'],
    ]);
  });

  it('is taken of an enterprise on record whose code does not check, and of nobody else with such a code', () => {
    const stated = [line(1, { uscc: OLD }), line(2, { uscc: USCC })];
    expect(doubtfulCodes(stated)).toEqual([OLD]);
    expect(problems(stated)).toEqual([['uscc'], 'taken']);
    const recorded = eventsOf(propose(proposal({ lines: stated }), null, new Set([OLD])));
    expect(recorded).toMatchObject([{ data: { refused: 0, entries: [{ uscc: OLD }, { uscc: USCC }] } }]);
  });

  it('stands on a list once, however the matter is spelled, and another firm may have one of the name', () => {
    const lines = [line(1, { subject: '“AI质检”场景' }), line(2, { subject: 'ai 质检项目' })];
    const ofOther = line(3, { subject: 'AI质检', uscc: OTHER_FIRM });
    expect(problems([...lines, ofOther])).toEqual(['taken', ['subject'], 'taken']);
    expect(problems([line(9, { subject: '场景一' })], inForce())).toEqual([['subject']]);
  });

  it('has a certificate that no other line has, and not the number of the list itself', () => {
    const twice = [line(1, { certificate: 'ZS-1' }), line(2, { certificate: 'ZS–1' })];
    expect(problems(twice)).toEqual(['taken', ['certificate']]);
    expect(problems([line(1, { certificate: '泉工信（2025）88号' })])).toEqual([['certificate']]);
  });

  it('goes on counting where lines are added, and may stand again once it was revoked', () => {
    const after = foldRecognitionList([...AGREED, ...revoked('2025-06-20')]);
    expect(check([line(1)], after).map(({ entry }) => entry?.no)).toEqual([4]);
  });
});

describe('the number of an entry', () => {
  it.each(['泉工信〔2025〕88号#3', '泉工信[2025]88号 第3项', '泉工信（2025）第088号＃3'])('is one: %s', (text) => {
    expect(parseEntryNumber(text)).toEqual({ ok: true, value: '泉工信〔2025〕88号#3' });
  });

  it.each(['泉工信〔2025〕88号', '#3', '泉工信〔2025〕88号#0', ''])('is none: %s', (text) => {
    expect(parseEntryNumber(text).ok).toBe(false);
  });
});

describe('a list of recognitions', () => {
  it('is recorded with authority, number, days, file and lines, and counts for nothing yet', () => {
    expect(PROPOSED).toMatchObject([
      {
        type: 'RecognitionListProposed',
        data: {
          list: LIST,
          authority: '泉州市工业和信息化局',
          division: CITY,
          file: { sha256: 'a'.repeat(64) },
          entries: [{ no: 1 }, { no: 2, certificate: '泉场景证〔2025〕7号' }, { no: 3, uscc: OTHER_FIRM }],
        },
      },
    ]);
    expect(foldRecognitionList(PROPOSED)?.entries).toEqual([]);
  });

  it('is agreed to by a colleague of the department or of its window, one of the two being of the department', () => {
    const open = foldRecognitionList(PROPOSED);
    expect(answered(open).ok).toBe(true);
    expect(answered(open, window).ok).toBe(true);
    expect(refusalBy(answered(open, industry))).toEqual({ code: 'SAME_PERSON', field: null });
    expect(refusalBy(answered(open, science))).toEqual({ code: 'NOT_YOUR_OFFICE', field: null });
    const byWindow = foldRecognitionList(eventsOf(propose({ ...proposal(), ...command(window) })));
    const otherWindow = official('other-window', 'clerk', CITY);
    expect(refusalBy(answered(byWindow, otherWindow, 'by-window'))).toEqual({ code: 'NOT_YOUR_OFFICE', field: null });
    expect(answered(byWindow, industry, 'by-window').ok).toBe(true);
  });

  it('on record is its keeper’s alone: nobody else adds lines or answers, also what was proposed before that was so', () => {
    const more = { lines: [line(7)] };
    const [countyWindow, countyIndustry] = [
      official('county-window', 'clerk', '350582'),
      official('county-industry', 'reviewer', '350582', '市工信局'),
    ];
    for (const actor of [countyWindow, countyIndustry]) {
      const request = { ...proposal(more), ...command(actor) };
      expect(refusalBy(propose(request, inForce()))).toEqual({ code: 'NOT_YOUR_OFFICE', field: null });
      expect(headProblems(request, inForce(), { ...request, places: catalogue.places })).toMatchObject([
        { field: 'document' },
      ]);
    }
    // Recorded while the division of the head was not looked at.
    const ofCounty = { ...proposal(more), ...command(countyWindow) };
    const before = foldRecognitionList([...AGREED, ...eventsOf(propose(ofCounty))]);
    const id = 'by-county-window';
    expect(refusalBy(answered(before, countyIndustry, id))).toEqual({ code: 'NOT_YOUR_OFFICE', field: null });
    expect(refusalBy(answered(before, industry, id))).toEqual({ code: 'ALREADY_DECIDED', field: null });
    const answer = (by: Actor, given: AnswerRecognition['answer']) =>
      decideRecognitionAnswer({ command: { ...command(by), list: LIST, proposal: id, answer: given }, list: before });
    expect(refusalBy(answer(countyIndustry, { kind: 'refuse', reason: '不属实' }))?.code).toBe('NOT_YOUR_OFFICE');
    expect(answer(window, { kind: 'refuse', reason: '不是本市名单' }).ok).toBe(true);
    expect(answer(countyWindow, { kind: 'withdraw' }).ok).toBe(true);
  });

  it('not on record is proposed by every office that would keep it, and is the first one’s that is agreed to', () => {
    const countyWindow = official('county-window', 'clerk', '350582');
    const ofCounty = { ...proposal({ title: '占号', department: '市集成电路筹备组' }), ...command(countyWindow) };
    const squatted = eventsOf(propose(ofCounty));
    expect(refusalBy(propose(ofCounty, foldRecognitionList(squatted)))?.code).toBe('PROPOSAL_OPEN');
    const proposed = [...squatted, ...eventsOf(propose(proposal(), foldRecognitionList(squatted)))];
    // No place is given twice.
    expect(proposed.map(({ data }) => ('entries' in data ? data.entries : []).map((entry) => entry))).toMatchObject([
      [{ no: 1 }, { no: 2 }, { no: 3 }],
      [{ no: 4 }, { no: 5 }, { no: 6 }],
    ]);
    expect(refusalBy(answered(foldRecognitionList(proposed), window, 'by-county-window'))?.code).toBe(
      'NOT_YOUR_OFFICE',
    );
    const after = [...proposed, ...eventsOf(answered(foldRecognitionList(proposed)))];
    expect(after.slice(2).map(({ type }) => type)).toEqual(['RecognitionAgreed', 'RecognitionRefused']);
    const list = foldRecognitionList(after);
    expect(list).toMatchObject({ head: { division: CITY, department: '市工信局' }, entries: [{ no: 4 }, {}, {}] });
    const late = answered(
      list,
      official('county-industry', 'reviewer', '350582', '市集成电路筹备组'),
      'by-county-window',
    );
    expect(late.ok).toBe(false);
  });

  it('of a department that is mistyped is refused with the one that is there', () => {
    const message = (department: string) => {
      const decision = propose(proposal({ department }));
      return decision.ok ? null : decision.refusal;
    };
    expect(message('市工信居')).toMatchObject({
      problems: [{ field: 'department', message: { zh: expect.stringContaining('“市工信局”') } }],
    });
  });

  it('is revoked while lines more wait for their answer, and the other way round', () => {
    const more = eventsOf(propose(proposal({ ...command(window), lines: [line(7)] }), inForce()));
    const request = { ...command(otherIndustry), list: LIST, entries: [1], from: '2025-09-01', reason: '材料不实' };
    const revocation = decideRevocationProposal({ command: request, list: foldRecognitionList([...AGREED, ...more]) });
    const open = foldRecognitionList([...AGREED, ...more, ...eventsOf(revocation)]);
    const agreed = [
      ...eventsOf(answered(open, industry, 'by-other-industry')),
      ...eventsOf(answered(open, industry, 'by-window')),
    ];
    const events = [...AGREED, ...more, ...eventsOf(revocation), ...agreed];
    expect(foldRecognitionList(events)?.entries).toMatchObject([
      { no: 1, revocation: { from: '2025-09-01' } },
      { no: 2, revocation: null },
      { no: 3, revocation: null },
      { no: 4, revocation: null },
    ]);
    const again = decideRevocationProposal({ command: { ...request, entries: [2] }, list: open });
    expect(refusalBy(again)?.code).toBe('PROPOSAL_OPEN');
    expect(refusalBy(propose(proposal({ lines: [line(8)] }), open))?.code).toBe('PROPOSAL_OPEN');
  });

  it.each([
    ['of a day to come', { issuedOn: '2026-03-03' }, 'issuedOn'],
    ['that ends before it begins', { validUntil: '2025-06-19' }, 'validUntil'],
    ['without an authority', { authority: ' ' }, 'authority'],
    ['without a number', { document: '无' }, 'document'],
    ['with a batch behind its number', { document: '泉工信〔2025〕88号第二批' }, 'document'],
    ['with the number of an entry', { document: '泉工信〔2025〕88号#1' }, 'document'],
    ['with the number of an entry that is no official one', { document: '泉88#1' }, 'document'],
    ['that begins long after it was issued', { validFrom: '9999-12-31', validUntil: null }, 'validFrom'],
    ['of a department that is not there', { department: '不存在的局' }, 'department'],
    ['whose file cannot be read', { lines: [], faults: [{ zh: '不是CSV', en: 'No CSV.' }] }, 'file'],
    ['of which no line can be taken', { lines: [line(1, { uscc: '1' })] }, 'file'],
  ])('is refused: one %s', (_, change, field) => {
    expect(refusalBy(propose(proposal(change)))).toEqual({
      code: 'INVALID_INPUT',
      field,
    });
  });

  it('takes lines more under the same head only, and one proposal at a time', () => {
    const more = { lines: [line(7)] };
    expect(propose(proposal(more), inForce()).ok).toBe(true);
    const other = proposal({ ...more, authority: '泉州市科学技术局' });
    expect(refusalBy(propose(other, inForce()))).toEqual({
      code: 'INVALID_INPUT',
      field: 'authority',
    });
    expect(refusalBy(propose(proposal(more), foldRecognitionList(PROPOSED)))).toEqual({
      code: 'PROPOSAL_OPEN',
      field: null,
    });
  });

  it('is revoked line by line or whole, by two, from a day within it, and no line twice', () => {
    const after = foldRecognitionList([...AGREED, ...revoked('2025-09-01', null)]);
    expect(after?.entries.map(({ revocation }) => revocation?.from)).toEqual([
      '2025-09-01',
      '2025-09-01',
      '2025-09-01',
    ]);
    const request = { ...command(industry), list: LIST, entries: [1], from: '2025-09-01', reason: '重复' };
    const once = foldRecognitionList([...AGREED, ...revoked('2025-09-01')]);
    expect(refusalBy(decideRevocationProposal({ command: request, list: once }))?.field).toBe('entries');
    const early = { ...request, from: '2025-06-19' };
    expect(refusalBy(decideRevocationProposal({ command: early, list: inForce() }))?.field).toBe('from');
    expect(refusalBy(decideRevocationProposal({ command: { ...request, entries: [] }, list: inForce() }))?.field).toBe(
      'entries',
    );
  });
});

describe('a claim that rests on an entry', () => {
  const lineage = new Set<string>([USCC]);

  function stated(number: string, change: Partial<SubmitClaim> = {}): SubmitClaim {
    return {
      ...submission,
      measure: SCENARIO,
      occurredOn: '2025-06-20',
      facts: {},
      evidence: [{ kind: 'recognition', number, invoice: null, party: null }],
      ...change,
    };
  }

  function submit(number: string, change: Partial<SubmitClaim> = {}, list: RecognitionList = inForce()) {
    const entries = { lists: new Map([[LIST, list]]), lineage };
    const request = stated(number, change);
    return decideSubmission({
      command: request,
      claim: null,
      enterprise,
      catalogue,
      closed: new Set(),
      known: catalogue,
      sellersOnRecord: new Set(),
      entries,
    });
  }

  it('is for its subject, and holds the entry as its paper', () => {
    const recorded = recordedBy(submit('泉工信[2025]88号#1'));
    expect(recorded['claim-350500-2025-7K3M9QAB']).toMatchObject([
      { data: { subject: '场景1', evidence: [{ kind: 'recognition', number: `${LIST}#1` }] } },
    ]);
    expect(Object.keys(recorded)).toContain(`evidence-recognition-${LIST}#1`);
  });

  it('holds the certificate that the entry bears as well, once, also where it is typed beside it', () => {
    const certificate = { kind: 'certificate', number: '泉场景证（2025）7号', invoice: null, party: null };
    const both = stated(`${LIST}#2`).evidence.concat(certificate);
    for (const decision of [submit(`${LIST}#2`), submit(`${LIST}#2`, { evidence: both })]) {
      expect(Object.keys(recordedBy(decision)).sort()).toEqual([
        'claim-350500-2025-7K3M9QAB',
        'evidence-certificate-泉场景证〔2025〕7号',
        `evidence-recognition-${LIST}#2`,
      ]);
    }
  });

  it('may be shown by a certificate instead, and by nothing less', () => {
    const certificate = { kind: 'certificate', number: 'ZS-9', invoice: null, party: null };
    expect(submit('', { subject: '场景九', evidence: [certificate] }).ok).toBe(true);
    expect(refusalBy(submit('', { subject: '场景九', evidence: [] }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'evidence',
    });
  });

  it.each([
    ['of another firm', `${LIST}#3`, {}, 'evidence[0].number'],
    ['that is on no list', `${LIST}#4`, { subject: '场景四' }, 'evidence[0].number'],
    ['of a list that nobody knows', '泉科〔2025〕1号#1', { subject: '场景四' }, 'evidence[0].number'],
    ['before its first day', `${LIST}#1`, { occurredOn: '2025-06-19' }, 'evidence[0].number'],
    ['of another subject than is claimed for', `${LIST}#1`, { subject: '场景二' }, 'subject'],
    ['that is no number of an entry', LIST, { subject: '场景四' }, 'evidence[0].number'],
  ])('is refused: one %s', (_, number, change, field) => {
    expect(refusalBy(submit(number, change))).toEqual({ code: 'INVALID_INPUT', field });
  });

  it('is refused after the last day of the list, and taken on it', () => {
    const on = '2026-06-20';
    const late = (occurredOn: string) =>
      submit(`${LIST}#1`, { ...command(clerk, on), claim: '350500-2026-7K3M9QAB', year: 2026, occurredOn });
    expect(late('2026-06-19').ok).toBe(true);
    expect(refusalBy(late('2026-06-20'))?.field).toBe('evidence[0].number');
  });

  it('is taken where the subject is the same in another spelling, and where the entry was of a predecessor', () => {
    expect(submit(`${LIST}#1`, { subject: '“场景１”' }).ok).toBe(true);
    const entries = { lists: new Map([[LIST, inForce()]]), lineage: new Set<string>([USCC, OTHER_FIRM]) };
    const request = stated(`${LIST}#3`);
    const decision = decideSubmission({
      command: request,
      claim: null,
      enterprise,
      catalogue,
      closed: new Set(),
      known: catalogue,
      sellersOnRecord: new Set(),
      entries,
    });
    expect(decision.ok).toBe(true);
  });

  it('goes no further once it is revoked for its day, and goes on where the day was before', () => {
    const submitted = submit(`${LIST}#1`);
    if (!submitted.ok) throw new Error(submitted.refusal.message.en);
    const [own] = submitted.streams;
    const stored = (own?.events ?? []).map((each) => parseClaimEvent({ ...each }));
    const claim: ClaimState = foldClaim([...stored, accepted, reviewed]);
    if (claim === null) throw new Error('There is no claim.');
    const determine = (from: string) =>
      decideDetermination({
        command: { ...command(finance), claim: submission.claim },
        claim,
        entitlement: initialEntitlement,
        programme: new Map(),
        catalogue,
        lists: new Map([[LIST, foldRecognitionList([...AGREED, ...revoked(from)])]]),
      });
    expect(refusalBy(determine('2025-06-20'))).toEqual({ code: 'RECOGNITION_ENDED', field: 'evidence' });
    expect(determine('2025-06-21').ok).toBe(true);
    const before = {
      on: '2026-03-02',
      catalogue,
      evidence: [],
      lists: new Map([[LIST, foldRecognitionList([...AGREED, ...revoked('2025-06-20')])]]),
    };
    const says = (action: ClaimAction, status: ClaimStatus, by: Actor) =>
      refusalOf(action, { ...claim, status }, by, before)?.message.zh.replace(/^.*）/u, '');
    expect(says('ACCEPT', 'submitted', official('third', 'clerk', COUNTY))).toMatch(
      /请退回补正，或不予通过，或通知企业撤回/,
    );
    expect(says('REVIEW', 'accepted', otherIndustry)).toMatch(/请退回补正，或不予通过，或通知企业撤回/);
    expect(says('DETERMINE', 'reviewed', finance)).toMatch(/请不予通过，或通知企业撤回/);
    expect(says('PUBLICISE', 'determined', finance)).toMatch(/请通知企业撤回，由窗口登记。$/);
    expect(says('INSTRUCT', 'publicised', finance)).toMatch(/请通知企业撤回，由窗口登记。$/);
  });
});
