import type { Bilingual, Measure } from '@duixian/policy';
import type { Claim } from '../claim/claim.js';
import type { PlainDate } from '../common/plain-date.js';
import { isPlainDate } from '../common/plain-date.js';
import { refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { roundsOf, roundStanding, type Round, type RoundBook } from './round-book.js';

/** The round in which a claim is submitted, and what stands in the way; neither where its clause has no rounds. */
export interface RoundFound {
  readonly round: Round | null;
  readonly problems: readonly FieldProblem[];
}

/** The round of a clause that is open on the day of the submission. */
export function roundFor(
  book: RoundBook,
  { clause }: Measure,
  { occurredOn, on }: { readonly occurredOn: string; readonly on: PlainDate },
): RoundFound {
  const rounds = roundsOf(book, clause.id);
  if (rounds.length === 0) return { round: null, problems: [] };
  const round = rounds.find((each) => roundStanding(each, on) === 'open') ?? null;
  return {
    round,
    problems: round === null ? [noneOpen(rounds, on)] : periodProblems(round, occurredOn, { rounds, on }),
  };
}

/**
 * What is claimed in a round happened within its period (所属期).
 *
 * @param others among which a matter of another period has its round; null where a claim stays in the one that it is in.
 */
export function periodProblems(
  round: Round,
  occurredOn: string,
  others: { readonly rounds: readonly Round[]; readonly on: PlainDate } | null,
): FieldProblem[] {
  if (!isPlainDate(occurredOn) || isWithin(round, occurredOn)) return [];
  const { name, occurredFrom, occurredTo } = round;
  const own = others?.rounds.find((each) => isWithin(each, occurredOn));
  const says = others === null ? null : own === undefined ? NO_ROUND : itsRound(own, others.on);
  const message = {
    zh: `“${name.zh}”的所属期为${occurredFrom}至${occurredTo}：请核对发生日期${says === null ? '' : `；${says.zh}`}。`,
    en: `‘${name.en}’ is for matters of ${occurredFrom} to ${occurredTo}: check the day of the matter${says === null ? '' : `; ${says.en}`}.`,
  };
  return [{ field: 'occurredOn', message }];
}

function isWithin({ occurredFrom, occurredTo }: Round, occurredOn: PlainDate): boolean {
  return occurredOn >= occurredFrom && occurredOn <= occurredTo;
}

const NO_ROUND = {
  zh: '该日期不在任何已发布批次的所属期内，请咨询牵头部门',
  en: 'no round that is announced is for that day: ask the lead department',
};

/** Where a matter belongs that is not of the round which is open. */
function itsRound(round: Round, on: PlainDate): Bilingual {
  const { name, opens, closes } = round;
  const isClosed = roundStanding(round, on) === 'closed';
  return isClosed
    ? {
        zh: `该日期属于“${name.zh}”，已于${closes}截止`,
        en: `that day is of ‘${name.en}’, which closed on ${closes}`,
      }
    : {
        zh: `该日期属于“${name.zh}”（${opens}至${closes}），请届时在该批次申报`,
        en: `that day is of ‘${name.en}’, open from ${opens} to ${closes}: claim in that one`,
      };
}

function noneOpen(rounds: readonly Round[], on: PlainDate): FieldProblem {
  const past = rounds.findLast((round) => roundStanding(round, on) === 'closed');
  const next = rounds.find((round) => roundStanding(round, on) === 'to-come');
  const zh = [
    ...(past === undefined ? [] : [`“${past.name.zh}”（${past.opens}至${past.closes}）已截止`]),
    next === undefined
      ? '下一批次尚未发布，请关注牵头部门通知'
      : `下一批次“${next.name.zh}”自${next.opens}至${next.closes}，请届时申报`,
  ];
  const en = [
    ...(past === undefined ? [] : [`‘${past.name.en}’ (${past.opens} to ${past.closes}) is closed`]),
    next === undefined
      ? 'the next round is not announced yet: its lead department will'
      : `the next, ‘${next.name.en}’, is open from ${next.opens} to ${next.closes}: claim then`,
  ];
  const message = { zh: `现在不在申报期：${zh.join('；')}。`, en: `No round is open now: ${en.join('; ')}.` };
  return { field: 'measure', message };
}

/** Why a claim cannot be determined yet: its round pays once it is over, and is not. */
export function roundRefusal(claim: Claim, round: Round | null, on: PlainDate): Refusal | null {
  if (claim.applicationRound === null || round?.pays !== 'at-the-end' || roundStanding(round, on) === 'closed') {
    return null;
  }
  return refusal('NOT_YOUR_TURN', {
    zh: `“${round.name.zh}”期满统一兑付，至${round.closes}截止；请于次日起核定。`,
    en: `‘${round.name.en}’ pays once it is over, and it closes on ${round.closes}: determine its claims from the day after.`,
  });
}
