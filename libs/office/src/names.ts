import type { Bilingual } from '@duixian/policy';
import type { ChangeKind } from './official-event.js';

/** What is proposed for an account, in the words of pages and of the record. */
export const CHANGE_NAMES: Readonly<Record<ChangeKind, Bilingual>> = {
  opening: { zh: '开设账号', en: 'Open an account' },
  roles: { zh: '变更岗位', en: 'Change the office held' },
  office: { zh: '变更姓名或单位', en: 'Change name or place of office' },
  password: { zh: '重设密码', en: 'Reset the password' },
  unlocking: { zh: '解除锁定', en: 'Unlock' },
  'second-factor': { zh: '重置动态口令', en: 'Reset the second factor' },
  enabling: { zh: '启用账号', en: 'Enable the account' },
};
