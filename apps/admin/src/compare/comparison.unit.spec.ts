import { describe, expect, it } from '@jest/globals';
import type { ComparedClaim } from './documents.js';
import { datedSteps, differs, inOrderOfSteps, rowsOf, sharedPapers } from './comparison.js';

const PAPER = { kind: 'CONTRACT', number: '2026-1', party: null, invoice: null, contestedBy: [] };

/** A claim in what these specs look at. */
function claimWith(part: object): ComparedClaim {
  return { id: 'left', evidence: [], timeline: [], ...part } as unknown as ComparedClaim;
}

const entry = (type: string, on: string) => ({ type, on, label: { zh: type, en: type } });

describe('two claims side by side', () => {
  it('names what either says once, and differs also where one says nothing', () => {
    const rows = rowsOf(
      [
        ['fee', '1'],
        ['level', 'A'],
      ],
      [
        ['rent', '2'],
        ['fee', '1'],
      ],
      ([name = '']) => name,
      ([name = '']) => name.toUpperCase(),
      ([, value = '']) => value,
    );
    expect(rows).toEqual([
      { key: 'fee', label: 'FEE', left: '1', right: '1' },
      { key: 'level', label: 'LEVEL', left: 'A', right: null },
      { key: 'rent', label: 'RENT', left: null, right: '2' },
    ]);
    expect(rows.map(differs)).toEqual([false, true, true]);
  });

  it('shows all that is said under one name', () => {
    const rows = rowsOf(
      ['a', 'b'],
      ['a'],
      () => 'key',
      () => 'Key',
      (each) => each,
    );
    expect(rows).toEqual([{ key: 'key', label: 'Key', left: 'a\nb', right: 'a' }]);
  });

  it('shares papers of one number, and those that were stated as another kind', () => {
    const other = { ...PAPER, kind: 'CERTIFICATE', number: '泉证字〔2026〕9077号' };
    const contested = { ...other, kind: 'CONTRACT', contestedBy: [{ id: 'right' }] };
    const left = claimWith({ evidence: [PAPER, contested, { ...PAPER, number: '2026-2' }] });
    const right = claimWith({ id: 'right', evidence: [PAPER, other] });
    expect(sharedPapers(left, right).map(({ number }) => number)).toEqual(['2026-1', '泉证字〔2026〕9077号']);
    expect(
      sharedPapers(claimWith({ evidence: [PAPER] }), claimWith({ evidence: [{ ...PAPER, kind: 'INVOICE' }] })),
    ).toEqual([]);
  });

  it('dates each step by the last time it was taken, in the order of the steps', () => {
    const timeline = [
      entry('ClaimSubmitted', '2026-01-01'),
      entry('ClaimReviewed', '2026-01-03'),
      entry('CommentWritten', '2026-01-04'),
      entry('ClaimReviewed', '2026-01-05'),
    ];
    const left = datedSteps(claimWith({ timeline }));
    expect(left.map(({ type, on }) => [type, on])).toEqual([
      ['ClaimSubmitted', '2026-01-01'],
      ['ClaimReviewed', '2026-01-05'],
    ]);
    const right = datedSteps(claimWith({ timeline: [entry('ClaimAccepted', '2026-01-02')] }));
    const rows = inOrderOfSteps(
      rowsOf(
        left,
        right,
        ({ type }) => type,
        ({ type }) => type,
        ({ on }) => on,
      ),
    );
    expect(rows.map(({ key }) => key)).toEqual(['ClaimSubmitted', 'ClaimAccepted', 'ClaimReviewed']);
  });
});
