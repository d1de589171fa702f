import { describe, expect, it } from '@jest/globals';
import type { CaseworkDecision } from '../casework-event.js';
import type { Actor } from '../common/actor.js';
import {
  accepted,
  catalogue,
  CITY,
  CLAIM,
  claimAfter,
  clerk,
  command,
  finance,
  official,
  recordedBy,
  refusalBy,
  reviewer,
  submitted,
} from '../spec/fixtures.spec.js';
import { decideFactCheck, decideFactCheckWithdrawal, type CheckFact } from './decide-fact-check.js';
import type { EvidenceFile } from './evidence-file.js';
import { checkStands, foldFactChecks, type FactCheck } from './fact-check.js';
import type { FileEvent } from './file-event.js';

const claim = claimAfter(submitted(), accepted);
const [fact = '', value = ''] = Object.entries(claim.facts)[0] ?? [];
const file: EvidenceFile = {
  ...{ id: 'f', name: '合同.pdf', sha256: 'ab'.repeat(32), bytes: 1, fileType: 'pdf', proves: [], by: 'clerk' },
  ...{ supersedes: null, withdrawn: false, scan: null },
};
const context = { on: '2026-03-02', catalogue, evidence: [] };

type Rest = Partial<Parameters<typeof decideFactCheck>[0]>;

const check = (actor: Actor, change: Partial<CheckFact> = {}, rest: Rest = {}): CaseworkDecision =>
  decideFactCheck({
    command: { ...command(actor), claim: CLAIM, fact, file: 'f', page: 3, ...change },
    ...{ claim, files: [file], checks: [], context },
    ...rest,
  });

const takeBack = (actor: Actor, checks: readonly FactCheck[], of = 'by-reviewer'): CaseworkDecision =>
  decideFactCheckWithdrawal({ command: { ...command(actor), claim: CLAIM, check: of }, claim, files: [file], checks });

function checksAfter(...decisions: CaseworkDecision[]): readonly FactCheck[] {
  const events = decisions.flatMap((decision) => (decision.ok ? decision.streams.flatMap((each) => each.events) : []));
  return foldFactChecks(events as FileEvent[]);
}

describe('a check of a fact', () => {
  it('is recorded with the value that was looked for, and where it was found', () => {
    expect(recordedBy(check(reviewer))).toMatchObject({
      [`files-${CLAIM}`]: [
        { type: 'FactChecked', data: { fact, stated: String(value), file: 'f', page: 3, check: 'by-reviewer' } },
      ],
    });
  });

  it('is for the office where the claim lies, after its acceptance and until it has ended', () => {
    expect(refusalBy(check(clerk))?.code).toBe('NOT_YOUR_OFFICE');
    expect(refusalBy(check(finance))?.code).toBe('NOT_YOUR_OFFICE');
    expect(refusalBy(check(official('x', 'reviewer', CITY, '市财政局')))?.code).toBe('NOT_YOUR_OFFICE');
    expect(refusalBy(check(reviewer, {}, { claim: claimAfter(submitted()) }))?.code).toBe('ALREADY_DECIDED');
    expect(refusalBy(check(reviewer, {}, { claim: { ...claim, status: 'rejected' } }))?.code).toBe('ALREADY_DECIDED');
  });

  it.each([
    ['a fact that is not stated', { fact: 'x' }, {}, 'fact'],
    ['a file that is not there', { file: 'x' }, {}, 'file'],
    ['a file that was withdrawn', {}, { files: [{ ...file, withdrawn: true }] }, 'file'],
    ['a file in whose place another stands', {}, { files: [file, { ...file, id: 'g', supersedes: 'f' }] }, 'file'],
    ['a file with a virus', {}, { files: [{ ...file, scan: { outcome: 'infected', finding: 'x' } }] }, 'file'],
    ['page 0', { page: 0 }, {}, 'page'],
    ['page 10000', { page: 10_000 }, {}, 'page'],
    ['half a page', { page: 1.5 }, {}, 'page'],
  ] satisfies [string, Partial<CheckFact>, Rest, string][])('is none of %s', (_, change, rest, field) => {
    expect(refusalBy(check(reviewer, change, rest))?.field).toBe(field);
  });

  it('is said once by each, and taken back by whoever said it', () => {
    const checks = checksAfter(check(reviewer));
    expect(refusalBy(check(reviewer, {}, { checks }))?.code).toBe('ALREADY_DECIDED');
    expect(refusalBy(takeBack(official('other', 'reviewer', CITY, '市数据管理局'), checks))?.code).toBe(
      'NOT_YOUR_OFFICE',
    );
    expect(checksAfter(check(reviewer), takeBack(reviewer, checks))).toEqual([]);
    expect(refusalBy(takeBack(reviewer, []))?.code).toBe('NOT_FOUND');
  });

  it('stands for the value that is stated, and the file that stands', () => {
    const [made] = checksAfter(check(reviewer));
    if (made === undefined) throw new Error('Nothing was checked.');
    expect(checkStands(made, claim.facts, [file])).toBe(true);
    expect(checkStands(made, { ...claim.facts, [fact]: 'another' }, [file])).toBe(false);
    expect(checkStands(made, claim.facts, [{ ...file, withdrawn: true }])).toBe(false);
    expect(checkStands(made, claim.facts, [file, { ...file, id: 'g', supersedes: 'f' }])).toBe(false);
  });
});
