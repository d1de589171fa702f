import { describe, expect, it } from '@jest/globals';
import type { CaseworkDecision } from '../casework-event.js';
import type { Actor } from '../common/actor.js';
import { parseFileName } from '../values/parse-file-name.js';
import {
  accepted,
  catalogue,
  CITY,
  CLAIM,
  claimAfter,
  clerk,
  command,
  determined,
  finance,
  instructed,
  official,
  otherClerk,
  publicised,
  recordedBy,
  refusalBy,
  reviewed,
  reviewer,
  submitted,
} from '../spec/fixtures.spec.js';
import { science, Walk } from '../spec/routes.spec.js';
import { decideAttachment, decideFileWithdrawal, decideScan, FILES_MAX, type AttachFile } from './decide-file.js';
import { foldFiles, successorOf, type EvidenceFile } from './evidence-file.js';
import type { FileEvent } from './file-event.js';

const SHA = 'ab'.repeat(32);
const CONTENT = { name: '合同.pdf', sha256: SHA, bytes: 1000, fileType: 'pdf', invoices: [] } as const;
const claim = claimAfter(submitted());
const [paper] = claim.evidence.map(({ kind, number }) => ({ kind, number }));
const context = { on: '2026-03-02', catalogue, evidence: [] };

const attach = (
  actor: Actor,
  change: Partial<AttachFile> = {},
  rest: Partial<Parameters<typeof decideAttachment>[0]> = {},
): CaseworkDecision =>
  decideAttachment({
    command: { ...command(actor), claim: CLAIM, proves: [], supersedes: null, reason: null, ...change },
    content: CONTENT,
    claim,
    files: [],
    context,
    ...rest,
  });

const withdraw = (actor: Actor, files: readonly EvidenceFile[], file = 'by-clerk', on = claim): CaseworkDecision =>
  decideFileWithdrawal({
    command: { ...command(actor), claim: CLAIM, file, reason: '传错了件' },
    claim: on,
    files,
    context,
  });

function after(...decisions: CaseworkDecision[]): readonly EvidenceFile[] {
  const events = decisions.flatMap((decision) =>
    decision.ok ? decision.streams.flatMap((stream) => stream.events) : [],
  );
  return foldFiles(events as FileEvent[]);
}

const first = after(attach(clerk));
const [attached] = first;
if (attached === undefined) throw new Error('Nothing was attached.');
const newer = { supersedes: 'by-clerk', reason: '原件缺页' };
const SECOND = { ...CONTENT, sha256: 'cd'.repeat(32), name: '合同（补页）.pdf' };

describe('a file', () => {
  it('is recorded with what it is and which paper it shows', () => {
    if (paper === undefined) throw new Error('The claim rests on nothing.');
    expect(recordedBy(attach(clerk, { proves: [paper] }))).toEqual({
      [`files-${CLAIM}`]: [
        {
          type: 'FileAttached',
          data: { claim: CLAIM, file: 'by-clerk', ...CONTENT, proves: [paper], supersedes: null, reason: null },
        },
      ],
    });
  });

  it.each([
    ['the window', clerk, claim],
    ['the window, after it has passed it on', otherClerk, claimAfter(submitted(), accepted, reviewed)],
    ['the lead department, where the claim lies', reviewer, claimAfter(submitted(), accepted)],
    ['finance, where it lies', finance, claimAfter(submitted(), accepted, reviewed)],
    ['a department of the open stage of its route', science, new Walk().accepted().claim],
  ])('is attached by %s', (_, actor, on) => {
    expect(refusalBy(attach(actor, {}, { claim: on }))).toBeNull();
  });

  it.each([
    ['another county', official('x', 'clerk', '350583'), claim, 'NOT_YOUR_OFFICE'],
    ['a department to which it has not come', official('x', 'finance', CITY), claim, 'NOT_YOUR_OFFICE'],
    [
      'a department that has passed it on',
      official('x', 'reviewer', CITY, '市数据管理局'),
      claimAfter(submitted(), accepted, reviewed),
      'NOT_YOUR_OFFICE',
    ],
    ['an auditor', official('x', 'auditor'), claim, 'NOT_YOUR_OFFICE'],
    [
      'a clerk who took part in it as a reviewer',
      official('reviewer', 'clerk', CITY),
      claimAfter(submitted(), accepted, reviewed),
      'CAPACITY_MIXED',
    ],
    [
      'the window, once it has ended',
      clerk,
      { ...claimAfter(submitted(), accepted, reviewed, determined, publicised, instructed), status: 'paid' as const },
      'ALREADY_DECIDED',
    ],
  ])('is not attached by %s', (_, actor, on, code) => {
    expect(refusalBy(attach(actor, {}, { claim: on }))?.code).toBe(code);
    expect(refusalBy(withdraw(actor, first, 'by-clerk', on))?.code).toBe(code);
  });

  it.each([
    ['a claim that is none', 'claim', {}, { claim: null }],
    ['an upload that is not there', 'upload', {}, { content: null }],
    ['content that the claim has', 'upload', {}, { files: first }],
    [
      'one more than a page shows',
      'upload',
      {},
      { files: Array.from({ length: FILES_MAX }, (_, at) => ({ ...attached, id: String(at), sha256: String(at) })) },
    ],
    [
      'a paper that the claim has not',
      'proves[0].number',
      { proves: [{ kind: 'contract' as const, number: 'ZZ-1' }] },
      {},
    ],
    ['a place that nothing has', 'supersedes', { supersedes: 'nothing', reason: '缺页' }, {}],
    ['a place without a reason', 'reason', { supersedes: 'by-clerk' }, { files: first, content: SECOND }],
    ['a reason without a place', 'reason', { reason: '缺页' }, {}],
  ])('is refused for %s', (_, field, change, rest) => {
    expect(refusalBy(attach(clerk, change, rest))?.field).toBe(field);
  });
});

describe('a file in the place of another', () => {
  const superseding = attach(otherClerk, newer, { files: first, content: SECOND });
  const both = after(attach(clerk), superseding);

  it('takes it, and the other one is on record', () => {
    expect(successorOf(both, 'by-clerk')?.id).toBe('by-other-clerk');
    expect(refusalBy(attach(clerk, newer, { files: both, content: { ...SECOND, sha256: '00' } }))?.field).toBe(
      'supersedes',
    );
    expect(refusalBy(withdraw(clerk, both))?.code).toBe('ALREADY_DECIDED');
  });

  it('gives it back when it is withdrawn', () => {
    const taken = withdraw(clerk, both, 'by-other-clerk');
    const files = after(attach(clerk), superseding, taken);
    expect(successorOf(files, 'by-clerk')).toBeUndefined();
    expect(refusalBy(withdraw(clerk, files, 'by-other-clerk'))?.code).toBe('ALREADY_DECIDED');
    expect(refusalBy(attach(otherClerk, newer, { files, content: SECOND }))).toBeNull();
  });
});

it('keeps what the scanner found, once', () => {
  const scanned = decideScan({
    command: { ...command(clerk), claim: CLAIM, file: 'by-clerk', outcome: 'infected', finding: 'Eicar-Test' },
    files: first,
  });
  const files = after(attach(clerk), scanned);
  expect(files[0]?.scan).toEqual({ outcome: 'infected', finding: 'Eicar-Test' });
  const again = { ...command(clerk), claim: CLAIM, file: 'by-clerk', outcome: 'clean', finding: null } as const;
  expect(refusalBy(decideScan({ command: again, files }))?.code).toBe('ALREADY_DECIDED');
  expect(
    refusalBy(
      decideScan({
        command: { ...command(clerk), claim: CLAIM, file: 'x', outcome: 'clean', finding: null },
        files: first,
      }),
    )?.code,
  ).toBe('NOT_FOUND');
});

describe('the name of a file', () => {
  it.each([
    '../../etc/passwd',
    'a/b.pdf',
    'a\\b.pdf',
    'C:x.pdf',
    '.htaccess',
    '..',
    '',
    'a.',
    'NUL.pdf',
    'com1',
    'a\0.pdf',
    '报\u202efdp.exe',
    'a\u200b.pdf',
    `${'字'.repeat(200)}.pdf`,
  ])('is not %j', (name) => {
    expect(parseFileName(name).ok).toBe(false);
  });

  it.each(['合同（2025）第1号.pdf', 'a b-c_d.v2.XLSX'])('may be %s', (name) => {
    expect(parseFileName(name)).toEqual({ ok: true, value: name });
  });
});
