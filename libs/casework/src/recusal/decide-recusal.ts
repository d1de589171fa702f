import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import type { Actor, Command } from '../common/actor.js';
import { accepted, event, refused } from '../common/decision.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { recusalStream } from '../common/streams.js';
import { CAPACITIES } from '../claim/participants.js';
import { sentenceRefusal } from '../claim/sentence.js';
import { recusedFrom, recusedRefusal, type Recusal, type RecusalMatter } from './recusal.js';

export interface DeclareRecusal extends Command, RecusalMatter {
  /** User id of whoever takes no part: the sender, or somebody whom he orders to. */
  readonly official: string;
  readonly reason: string;
}

export interface LiftRecusal extends Command {
  /** User id of whoever takes no part. */
  readonly official: string;
  readonly recusal: string;
  readonly reason: string;
}

/** What is on record of a matter. */
export interface RecusalGrounds {
  /** Code of the claim's enterprise; null where there is no such claim, or none is named. */
  readonly ofClaim: string | null;
  /** Code of the enterprise that is named, as it is registered; null where it is not, or none is named. */
  readonly registered: string | null;
}

/**
 * 回避: an official takes no part in a claim or an enterprise, by his own word or by order of his superior.
 *
 * @param official who takes no part; null where nobody of that id has an account that is open.
 * @param recusals his, of before.
 */
export function decideRecusal(input: {
  readonly command: DeclareRecusal;
  readonly official: Actor | null;
  readonly recusals: readonly Recusal[];
  readonly grounds: RecusalGrounds;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, official, recusals, grounds, catalogue } = input;
  const problems = [...matterProblems(command), ...(sentenceRefusal('reason', command.reason)?.problems ?? [])];
  if (problems.length > 0) return refused(invalidInput(problems));
  if (official === null) return refused(noOfficial());
  const wrong =
    unknownRefusal(command, grounds) ??
    declarerRefusal(official, command.actor, catalogue) ??
    officeRefusal(official) ??
    knownRefusal(command, official, recusals, grounds);
  if (wrong !== null) return refused(wrong);
  const { userId, username, displayName } = official;
  const data = {
    recusal: command.commandId,
    official: { userId, username, displayName },
    claim: command.claim,
    uscc: grounds.registered,
    reason: command.reason.trim(),
  };
  return accepted([{ stream: recusalStream(userId), events: [event(command, 'RecusalDeclared', data)] }]);
}

/**
 * 解除回避: by the superior or a system administrator, never by the official himself, nor by somebody who takes no part in it
 * either.
 *
 * @param official who takes no part, with the office that he has now; null where his account is shut.
 * @param recusals his.
 * @param own the sender's.
 */
export function decideRecusalLift(input: {
  readonly command: LiftRecusal;
  readonly official: Actor | null;
  readonly recusals: readonly Recusal[];
  readonly own: readonly Recusal[];
  /** Code of the enterprise of the claim that the recusal is from; null where it is from an enterprise. */
  readonly ofClaim: string | null;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, official, recusals, own, ofClaim, catalogue } = input;
  const found = recusals.find(({ id }) => id === command.recusal);
  if (found === undefined) return refused(noRecusal());
  if (found.lifted) return refused(liftedAlready());
  const wrong = lifterRefusal({ userId: found.official.userId, official }, command.actor, catalogue);
  if (wrong !== null) return refused(wrong);
  const barred = recusedFrom(own, { claim: found.claim, uscc: found.uscc ?? ofClaim });
  if (barred !== undefined) return refused(recusedRefusal(barred));
  const unreasoned = sentenceRefusal('reason', command.reason);
  if (unreasoned !== null) return refused(unreasoned);
  const { id: recusal, claim, uscc } = found;
  const data = { recusal, official: found.official, claim, uscc, reason: command.reason.trim() };
  return accepted([{ stream: recusalStream(found.official.userId), events: [event(command, 'RecusalLifted', data)] }]);
}

/** Whether somebody orders an official to take no part: the superior whom the city names for his office, or a system administrator. */
export function isSuperiorOf(actor: Actor, official: Actor, { places }: Catalogue): boolean {
  if (actor.roles.includes('system-administrator')) return true;
  return official.roles.some((office) => {
    const superior = places.limits.superiorOf(official.division, office, official.department);
    return superior?.account !== undefined && superior.account === actor.username;
  });
}

/** Why `actor` does not lift a recusal; null when he may, as far as it stands. */
export function lifterRefusal(
  of: { readonly userId: string; readonly official: Actor | null },
  actor: Actor,
  catalogue: Catalogue,
): Refusal | null {
  if (of.userId === actor.userId) {
    return refusal('SAME_PERSON', {
      zh: '回避不能由本人解除，请上级或系统管理员办理。',
      en: 'Nobody lifts a recusal of his own: ask your superior or a system administrator.',
    });
  }
  const isSuperior =
    actor.roles.includes('system-administrator') ||
    (of.official !== null && isSuperiorOf(actor, of.official, catalogue));
  return isSuperior ? null : notSuperior();
}

function declarerRefusal(official: Actor, actor: Actor, catalogue: Catalogue): Refusal | null {
  const isOwn = official.userId === actor.userId;
  return isOwn || isSuperiorOf(actor, official, catalogue) ? null : notSuperior();
}

function notSuperior(): Refusal {
  return refusal(
    'NOT_YOUR_OFFICE',
    {
      zh: '责令他人回避、解除回避，由其上级（本市文件列明的）或系统管理员办理，请转告他们。',
      en: 'Whom the city names as his superior, or a system administrator, orders a recusal and lifts it: pass it on to them.',
    },
    'official',
  );
}

function officeRefusal(official: Actor): Refusal | null {
  if (CAPACITIES.some((capacity) => official.roles.includes(capacity))) return null;
  return refusal(
    'NOT_YOUR_OFFICE',
    {
      zh: `${official.displayName}的岗位不经办申报件，无需登记回避。`,
      en: `The office of ${official.displayName} takes no steps on claims: there is nothing to be kept from.`,
    },
    'official',
  );
}

function unknownRefusal({ claim, uscc }: DeclareRecusal, { ofClaim, registered }: RecusalGrounds): Refusal | null {
  if (claim !== null && ofClaim === null) {
    return refusal(
      'NOT_FOUND',
      {
        zh: '没有这个申报编号，请核对后再试。',
        en: 'There is no claim with this number: check it and try again.',
      },
      'claim',
    );
  }
  if (uscc === null || registered !== null) return null;
  return refusal(
    'UNKNOWN_ENTERPRISE',
    {
      zh: '本市没有登记这家企业，请核对统一社会信用代码。',
      en: 'No enterprise is registered here under this code: check it.',
    },
    'uscc',
  );
}

function knownRefusal(
  { claim }: DeclareRecusal,
  { displayName }: Actor,
  recusals: readonly Recusal[],
  { ofClaim, registered }: RecusalGrounds,
): Refusal | null {
  const known = recusedFrom(recusals, { claim, uscc: registered ?? ofClaim });
  if (known === undefined) return null;
  return refusal('ALREADY_DECIDED', {
    zh: `${displayName}自${known.since}起已回避${known.claim === null ? '该企业的全部事项' : '此件'}，无需再登记。`,
    en: `Since ${known.since} ${displayName} takes no part in ${known.claim === null ? 'anything of this enterprise' : 'this claim'}: nothing is left to record.`,
  });
}

function matterProblems({ claim, uscc }: RecusalMatter): FieldProblem[] {
  if ((claim === null) !== (uscc === null)) return [];
  return [
    {
      field: 'claim',
      message: {
        zh: '请写明回避的事项：一件申报件的编号，或一家企业的统一社会信用代码，二者填一。',
        en: 'State from what: the number of one claim, or the credit code of one enterprise, and not both.',
      },
    },
  ];
}

function noOfficial(): Refusal {
  return refusal(
    'NOT_FOUND',
    {
      zh: '没有这名经办人，或其账号已停用，请另选。',
      en: 'There is no such official, or the account is shut: choose another.',
    },
    'official',
  );
}

function noRecusal(): Refusal {
  return refusal(
    'NOT_FOUND',
    { zh: '没有这条回避记录，请刷新列表。', en: 'There is no such recusal: look at the list afresh.' },
    'recusal',
  );
}

function liftedAlready(): Refusal {
  return refusal('ALREADY_DECIDED', {
    zh: '该回避已经解除，无需再办理。',
    en: 'The recusal is lifted already: nothing is left to do.',
  });
}
