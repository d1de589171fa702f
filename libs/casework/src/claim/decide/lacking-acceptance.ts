import type { FollowingKind } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused } from '../../common/decision.js';
import { invalidInput, type FieldProblem } from '../../common/refusal.js';
import { claimStream } from '../../common/streams.js';
import { dayWithin } from '../../common/working-days.js';
import { answerEvidence } from '../../evidence/evidence-events.js';
import { missingKinds } from '../check-evidence.js';
import type { AcceptLacking } from '../claim-command.js';
import type { Claim } from '../claim.js';
import { isFollowingKind } from '../following/following.js';
import { measureOf } from '../measures.js';
import { KIND_NAMES } from '../names.js';
import { contestedEvidence, standingOf } from '../standing.js';
import { NO_LISTS } from '../../recognition/claimed-entries.js';
import type { decideAcceptance } from './acceptance.js';

type AcceptanceFile = Omit<Parameters<typeof decideAcceptance>[0], 'command'>;

/**
 * 容缺受理: a claim is accepted though papers are missing that its city lets follow, each named, by a day that is recorded. It
 * goes on, and is not determined before they are handed in.
 */
export function decideLackingAcceptance(input: AcceptanceFile & { readonly command: AcceptLacking }): CaseworkDecision {
  const { command, evidence, statuses, former, catalogue, lists = NO_LISTS, exclusions = [] } = input;
  const context = { on: command.on, catalogue, evidence, lists, exclusions };
  const standing = standingOf('ACCEPT_LACKING', input.claim, command.actor, context);
  if (!standing.ok) return standing;
  const { claim } = standing;
  const rule = catalogue.places.windows.mayFollow(measureOf(catalogue, claim.measure), command.on);
  const problems = kindProblems(command.kinds, lackingOf(claim, input), rule?.kinds ?? []);
  if (problems.length > 0 || rule === null) return refused(invalidInput(problems));
  const { day: by, counted } = dayWithin(command.on, rule.days);
  const following = command.kinds
    .filter(isFollowingKind)
    .map((kind) => ({ kind, workingDays: rule.days, by, counted }));
  const contested = contestedEvidence(claim, evidence, catalogue, statuses);
  const held = contested === null ? null : { evidence: [...contested.evidence], claims: [...contested.claims] };
  return accepted([
    { stream: claimStream(claim.id), events: [event(command, 'ClaimAccepted', { held, following })] },
    ...answerEvidence(command, claim, evidence, former),
  ]);
}

function lackingOf(claim: Claim, { catalogue }: AcceptanceFile): readonly string[] {
  return missingKinds(measureOf(catalogue, claim.measure), claim.evidence);
}

/** Every paper that is missing is named, once, and may follow. */
function kindProblems(
  kinds: readonly string[],
  lacking: readonly string[],
  allowed: readonly FollowingKind[],
): FieldProblem[] {
  const zhAllowed = allowed.map((kind) => KIND_NAMES[kind].zh).join('、') || '无';
  const enAllowed = allowed.map((kind) => KIND_NAMES[kind].en).join(', ') || 'none';
  const named = kinds.flatMap((kind, index): FieldProblem[] => {
    const field = `kinds[${index}]`;
    const name = Object.entries(KIND_NAMES).find(([each]) => each === kind)?.[1] ?? { zh: kind, en: kind };
    if (!allowed.some((each) => each === kind)) {
      return [
        problem(
          field,
          `“${name.zh}”不得容缺；本条款可以容缺的材料：${zhAllowed}。`,
          `A ${name.en} may not follow. Papers of the clause that may: ${enAllowed}.`,
        ),
      ];
    }
    if (lacking.includes(kind) && kinds.indexOf(kind) === index) return [];
    return [problem(field, `“${name.zh}”并不缺少，或列了两次。`, `The ${name.en} is not missing, or is named twice.`)];
  });
  const left = lacking.filter((kind) => !kinds.includes(kind));
  if (left.length === 0) return named;
  const names = Object.entries(KIND_NAMES).flatMap(([kind, name]) => (left.includes(kind) ? [name] : []));
  return [
    ...named,
    problem(
      'kinds',
      `还缺少${names.map(({ zh }) => zh).join('、')}，请一并列明；可以容缺的材料：${zhAllowed}。`,
      `Missing too: ${names.map(({ en }) => en).join(', ')}. Name it as well. Papers that may follow: ${enAllowed}.`,
    ),
  ];
}

function problem(field: string, zh: string, en: string): FieldProblem {
  return { field, message: { zh, en } };
}
