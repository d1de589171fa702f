import type { Account } from './official.js';
import type { AccountChange } from './official-event.js';

/** The account once a change has taken effect. @throws Error when there is none to change. */
export function afterChange(account: Account | null, change: AccountChange): Account {
  if (change.kind === 'opening') {
    const { kind: _kind, ...opened } = change;
    return { ...opened, disabled: false };
  }
  if (account === null) throw new Error('There is no account to change.');
  switch (change.kind) {
    case 'roles':
      return { ...account, roles: change.roles };
    case 'office': {
      const { displayName, division, department } = change;
      return { ...account, displayName, division, department };
    }
    case 'enabling':
      return { ...account, disabled: false };
    case 'password':
    case 'unlocking':
    case 'second-factor':
      return account;
  }
}
