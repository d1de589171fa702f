import { FOLLOWING_KINDS, type FollowingKind } from '@duixian/policy';
import type { Actor } from '../../common/actor.js';
import { refusal, type Refusal } from '../../common/refusal.js';
import type { PlainDate } from '../../common/plain-date.js';
import { dayWithin } from '../../common/working-days.js';
import type { ClaimStatus } from '../claim-status.js';
import type { ClaimEvent } from '../claim-event.js';
import type { Light } from '../deadline/deadlines.js';
import { KIND_NAMES } from '../names.js';

/** A paper that was to follow the acceptance (容缺), and whether it did. */
export interface FollowingPaper {
  readonly kind: FollowingKind;
  /** Last day on which it is handed in. */
  readonly by: PlainDate;
  readonly handedIn: { readonly on: PlainDate; readonly by: string } | null;
}

/** The papers that follow a claim's acceptance after one more event: a claim that is stated anew is accepted anew. */
export function followingAfter(following: readonly FollowingPaper[], event: ClaimEvent): readonly FollowingPaper[] {
  if (event.type === 'ClaimAccepted') {
    return (event.data.following ?? []).map(({ kind, by }) => ({ kind, by, handedIn: null }));
  }
  if (event.type === 'ClaimResubmitted') return [];
  if (event.type !== 'PaperHandedIn') return following;
  const handedIn = { on: event.occurredOn, by: event.meta.actor.displayName };
  return following.map((each) => (each.kind === event.data.kind ? { ...each, handedIn } : each));
}

/** Those that are still to come. */
export function awaited(following: readonly FollowingPaper[]): readonly FollowingPaper[] {
  return following.filter(({ handedIn }) => handedIn === null);
}

/** The first day on which one of them is due; null where none is still to come. */
export function firstDue(following: readonly FollowingPaper[]): PlainDate | null {
  return (
    awaited(following)
      .map(({ by }) => by)
      .sort()[0] ?? null
  );
}

/** How the day of a paper stands. It is reminded of on the working day before. */
export function paperLight(by: PlainDate, today: PlainDate): Light {
  if (by < today) return 'overdue';
  if (by === today) return 'due-today';
  return by <= dayWithin(today, 1).day ? 'due-soon' : 'on-time';
}

/** Kinds of document of which one is enough for a paper: a recognition is shown by its certificate as well. */
export function documentsFor(kind: FollowingKind): readonly FollowingKind[] {
  return kind === 'recognition' ? ['recognition', 'certificate'] : [kind];
}

export function isFollowingKind(text: string): text is FollowingKind {
  return FOLLOWING_KINDS.some((kind) => kind === text);
}

/**
 * Whether somebody ends or returns a claim as its window, since papers that were to follow are overdue: else that is the
 * office's for which it waits.
 */
export function isForWindow(
  { following, status }: { readonly following: readonly FollowingPaper[]; readonly status: ClaimStatus },
  actor: Actor,
  on: PlainDate,
): boolean {
  const due = firstDue(following);
  return due !== null && due < on && (status === 'accepted' || status === 'reviewed') && actor.roles.includes('clerk');
}

/** Why finance does not determine a claim yet: what it lacks, and by when that is due. Null where it lacks nothing. */
export function awaitedRefusal({ following }: { readonly following: readonly FollowingPaper[] }): Refusal | null {
  const papers = awaited(following);
  if (papers.length === 0) return null;
  return refusal(
    'NOT_YOUR_TURN',
    {
      zh: `容缺受理的材料尚未补齐：${papers.map(({ kind, by }) => `${KIND_NAMES[kind].zh}（应于${by}前补交）`).join('、')}；由受理窗口登记补交后方可核定。`,
      en: `Papers that were to follow the acceptance are not handed in yet: ${papers.map(({ kind, by }) => `${KIND_NAMES[kind].en} (due by ${by})`).join(', ')}. The window records them; then the claim is determined.`,
    },
    'evidence',
  );
}
