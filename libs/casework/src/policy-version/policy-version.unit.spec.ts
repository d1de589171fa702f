import { describe, expect, it } from '@jest/globals';
import type { Command } from '../common/actor.js';
import { event, type Decision } from '../common/decision.js';
import type { CaseworkEvent } from '../casework-event.js';
import {
  CITY,
  COUNTY,
  command,
  finance,
  official,
  otherFinance,
  recordedBy,
  refusalBy,
} from '../spec/fixtures.spec.js';
import { versionRecorded } from './decide-recording.js';
import { decideVersionAnswer, decideVersionProposal, type ProposedVersion } from './decide-version.js';
import { evolvePolicyBook, initialPolicyBook, versionOn, type PolicyBook } from './policy-book.js';
import type { PolicyVersionEvent, VersionOccasion } from './policy-version-event.js';

const POLICY = 'quanzhou-2024-7';
const BEGINS = '2024-10-19';
const JULY = '2025-07-01';
const OTHER_OFFICE = official('county-finance', 'finance', COUNTY);

function recorded(version: string, occasion: VersionOccasion = 'first-use'): PolicyVersionEvent {
  return versionRecorded(command(finance), { id: POLICY, version, yaml: '', text: '' }, occasion);
}

function proposed(version: string, from = JULY, proposal = version): PolicyVersionEvent {
  const data = { proposal, opensUntil: '2026-04-01', policy: POLICY, version, from, reason: '修订' };
  return event(command(finance), 'PolicyVersionProposed', data);
}

function agreed(version: string, from = JULY, proposal = version): PolicyVersionEvent {
  const data = { proposal, effectiveFrom: '2026-03-02', policy: POLICY, version, from };
  return event(command(otherFinance), 'PolicyVersionAgreed', data);
}

/** The book after events, each at the position of its place, from 1. */
function book(...events: PolicyVersionEvent[]): PolicyBook {
  return events.reduce((state, each, index) => evolvePolicyBook(state, each, BigInt(index + 1)), initialPolicyBook);
}

const TWO = [recorded('a'), recorded('b', 'found-in-folder')];

describe('the version that decides', () => {
  it('is of nobody’s choice but the first one’s that was used, and none that only lay in the folder', () => {
    expect(versionOn(initialPolicyBook, JULY)).toBeNull();
    expect(versionOn(book(recorded('b', 'found-in-folder')), JULY)).toBeNull();
    expect(versionOn(book(recorded('b', 'found-in-folder'), recorded('a')), '2020-01-01')).toBe('a');
    expect(versionOn(book(...TWO, proposed('b')), JULY)).toBe('a');
  });

  it('decides from its first day on, and no day before', () => {
    const after = book(...TWO, proposed('b'), agreed('b'));
    expect(['2025-06-30', JULY, '2026-01-01'].map((day) => versionOn(after, day))).toEqual(['a', 'b', 'b']);
  });

  it('is the one agreed to last, whatever stands beside it for later days', () => {
    const back = [proposed('a', '2025-01-01', 'back'), agreed('a', '2025-01-01', 'back')];
    const after = book(...TWO, proposed('b'), agreed('b'), ...back);
    expect(versionOn(after, JULY)).toBe('a');
  });

  it('is asked for as of a place in the log, which knows nothing of what came later', () => {
    const after = book(...TWO, proposed('b'), agreed('b'));
    expect([3n, 4n].map((position) => versionOn(after, JULY, position))).toEqual(['a', 'b']);
  });

  it('decided before it was recorded where an earlier release used it', () => {
    expect(versionOn(book(recorded('a', 'named-on-record')), JULY, 0n)).toBe('a');
    expect(versionOn(book(recorded('a')), JULY, 0n)).toBeNull();
  });
});

describe('a proposal of a version', () => {
  const stands: ProposedVersion = { division: CITY, begins: BEGINS, misfit: null };

  function propose(change: object = {}, on = book(...TWO), proposal: ProposedVersion | null = stands) {
    const request = { ...command(finance), policy: POLICY, version: 'b', from: JULY, reason: ' 修订 ', ...change };
    return decideVersionProposal({ command: request, book: on, proposed: proposal });
  }

  it('is open for 30 days', () => {
    expect(recordedBy(propose() as Decision<CaseworkEvent>)).toEqual({
      [`policy-${POLICY}`]: [
        {
          type: 'PolicyVersionProposed',
          data: {
            proposal: 'by-finance',
            opensUntil: '2026-04-01',
            policy: POLICY,
            version: 'b',
            from: JULY,
            reason: '修订',
          },
        },
      ],
    });
  });

  it.each([
    ['that is not recorded, though the folder holds it', { version: 'c' }, 'NOT_FOUND', 'version'],
    ['of another office', command(OTHER_OFFICE), 'NOT_YOUR_OFFICE', null],
    ['of a colleague who is not of finance', command(official('r', 'reviewer')), 'NOT_YOUR_OFFICE', null],
    ['of the day before the document', { from: '2024-10-18' }, 'INVALID_INPUT', 'from'],
    ['of a day a year and a day ahead', { from: '2027-03-04' }, 'INVALID_INPUT', 'from'],
    ['that decides that day already', { version: 'a' }, 'INVALID_INPUT', 'version'],
  ])('is refused: one %s', (_, change, code, field) => {
    expect(refusalBy(propose(change))).toEqual({ code, field });
  });

  it('is taken for the document’s first day, and for a year ahead', () => {
    expect([BEGINS, '2027-03-03'].map((from) => propose({ from }).ok)).toEqual([true, true]);
  });

  it('is refused where the version does not stand beside the city’s other documents', () => {
    const misfit = { zh: '条款不存在', en: 'There is no such clause.' };
    const decision = propose({}, book(...TWO), { ...stands, misfit });
    expect(decision).toMatchObject({ refusal: { problems: [{ field: 'version', message: misfit }] } });
  });

  it('waits for one that is still open, and not for one that has lapsed', () => {
    const open = book(...TWO, proposed('b'));
    expect(refusalBy(propose({}, open))).toEqual({ code: 'PROPOSAL_OPEN', field: null });
    expect(propose(command(finance, '2026-04-02'), open).ok).toBe(true);
  });
});

describe('an answer to it', () => {
  const open = book(...TWO, proposed('b'));

  function agree(by: Command, on = open, division = CITY) {
    const request = { ...by, policy: POLICY, proposal: 'b', answer: { kind: 'agree' as const } };
    return decideVersionAnswer({ command: request, book: on, division });
  }

  it('is a colleague’s of the same office, until the last day', () => {
    expect(agree(command(otherFinance, '2026-04-01')).ok).toBe(true);
    expect(refusalBy(agree(command(otherFinance, '2026-04-02')))).toEqual({ code: 'ALREADY_DECIDED', field: null });
    expect(refusalBy(agree(command(finance)))).toEqual({ code: 'SAME_PERSON', field: null });
    expect(refusalBy(agree(command(OTHER_OFFICE)))).toEqual({ code: 'NOT_YOUR_OFFICE', field: null });
    const clerk = command(official('second', 'clerk'));
    expect(refusalBy(agree(clerk))).toEqual({ code: 'NOT_YOUR_OFFICE', field: null });
  });

  it('is given once', () => {
    const decided = book(...TWO, proposed('b'), agreed('b'));
    expect(refusalBy(agree(command(otherFinance), decided))).toEqual({ code: 'ALREADY_DECIDED', field: null });
  });
});
