import { eventAt, invalidInput, refusal, refused, sentenceRefusal, type Guards } from '@duixian/casework';
import { notAdministrator, proposingOffice, recorded, type OfficeDecision } from '../administrators.js';
import type { DisableAccount } from '../official-command.js';
import type { Official } from '../official.js';
import { accountNotFound } from './proposal.js';

/**
 * One administrator shuts an account at once, since danger does not wait for two. To open it again takes two, or one of
 * another kind.
 */
export function decideDisabling(input: {
  readonly command: DisableAccount;
  readonly official: Official;
  readonly guards: Guards;
  readonly address: string | null;
}): OfficeDecision {
  const { command, official, guards, address } = input;
  const { account } = official;
  const shutAs = proposingOffice(command.actor);
  if (shutAs === null) return refused(notAdministrator());
  if (account === null) return refused(accountNotFound());
  if (command.official === command.actor.userId) {
    return refused(invalidInput([{ field: 'id', message: NOT_YOURSELF }]));
  }
  if (account.disabled) return refused(refusal('ALREADY_DECIDED', DISABLED));
  const unreasoned = sentenceRefusal('reason', command.reason);
  if (unreasoned !== null) return refused(unreasoned);
  const disabled = eventAt(2, command, 'AccountDisabled', { reason: command.reason.trim(), shutAs, address });
  return recorded(command.official, [disabled], account, { ...account, disabled: true }, guards);
}

const NOT_YOURSELF = {
  zh: '不能停用自己的账号，请由另一位管理员办理。',
  en: 'You cannot disable your own account: let another administrator do it.',
};
const DISABLED = { zh: '账号已停用，无需再办理。', en: 'The account is disabled already: nothing is left to do.' };
