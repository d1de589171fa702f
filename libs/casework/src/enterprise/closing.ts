import type { Bilingual } from '@duixian/policy';
import { refusal, type Refusal } from '../common/refusal.js';
import type { Closing, Closure, EnterpriseChangeKind } from './change-event.js';

/** The words of the field. */
export const CHANGE_NAMES: Readonly<Record<EnterpriseChangeKind, Bilingual>> = {
  renamed: { zh: '更名', en: 'renamed' },
  recoded: { zh: '换发新码', en: 'given a new code' },
  merged: { zh: '合并', en: 'merged' },
  split: { zh: '分立', en: 'split' },
  cancelled: { zh: '注销', en: 'cancelled' },
  revoked: { zh: '吊销', en: 'revoked' },
};

/** Whether somebody goes on in the enterprise's place. */
export function hasSuccessors(kind: EnterpriseChangeKind): kind is Extract<Closing, 'recoded' | 'merged' | 'split'> {
  return kind === 'recoded' || kind === 'merged' || kind === 'split';
}

/** Why nothing is claimed, granted or paid any more. */
export function enterpriseEnded({ how, on, successors }: Closure): Refusal {
  const name = CHANGE_NAMES[how];
  if (successors.length > 0) {
    const who = successors.join('、');
    return refusal(
      'ENTERPRISE_ENDED',
      {
        zh: `企业已于${on}${name.zh}，由${who}承继：请将本件撤回或驳回，由承继企业重新申报，其已获兑现的金额一并计入限额。`,
        en: `The enterprise was ${name.en} on ${on} and goes on as ${successors.join(', ')}: withdraw or reject this, and have the successor claim anew; what was granted counts under its caps.`,
      },
      'uscc',
    );
  }
  return refusal(
    'ENTERPRISE_ENDED',
    {
      zh: `企业已于${on}${name.zh}，不能再申报、核定或拨付：请将本件撤回或驳回；如登记有误，请由窗口核实。`,
      en: `The enterprise was ${name.en} on ${on}: nothing can be claimed, determined or paid any more. Withdraw or reject this; if the entry is wrong, have the window look into it.`,
    },
    'uscc',
  );
}
