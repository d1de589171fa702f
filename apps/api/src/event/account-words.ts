import { ROLE_NAMES, type Role } from '@duixian/casework';
import { CHANGE_NAMES, type AccountChange, type OfficialEvent } from '@duixian/office';
import type { Bilingual } from '@duixian/policy';
import { joined, say } from '../policy/describe/words.js';

/** What people call a division. */
type NameOf = (division: string) => string;

const BY_TWO = say('经两名管理员办理', 'By two administrators');

/** What happened to the account of an official, in one sentence. */
export function accountWords(event: OfficialEvent, nameOf: NameOf): Bilingual {
  switch (event.type) {
    case 'OfficialChangeProposed': {
      const { username, displayName, change, reason } = event.data;
      const whose = say(`${displayName}（${username}）`, `${displayName} (${username})`);
      return sentence([whose, changeWords(change, nameOf), say(reason, reason)]);
    }
    case 'OfficialChangeRefused':
    case 'AccountDisabled':
      return say(event.data.reason, event.data.reason);
    case 'OfficialChangeWithdrawn':
      return say('由提议人撤回', 'By whoever proposed it');
    case 'AccountOpened': {
      const { username, displayName, roles } = event.data;
      return sentence([say(`${displayName}（${username}）`, `${displayName} (${username})`), roleWords(roles)]);
    }
    case 'RolesGranted':
      return joined([roleWords(event.data.before), roleWords(event.data.roles)], '→', ' → ');
    case 'OfficeChanged':
      return joined([placeWords(event.data.before, nameOf), placeWords(event.data.office, nameOf)], '→', ' → ');
    case 'PasswordSet':
    case 'AccountUnlocked':
    case 'SecondFactorReset':
      return BY_TWO;
    case 'AccountEnabled':
      return event.data.alone
        ? say(
            '由一名管理员单独办理（停用系另一类管理员单独办理）',
            'By one administrator, since one of another kind had shut it alone',
          )
        : BY_TWO;
    case 'AccountTakenOver': {
      const { found, roles } = event.data;
      return joined([say(`原有${found.join('、')}`, `Found with ${found.join(', ')}`), roleWords(roles)], '→', ' → ');
    }
  }
}

/** What is proposed. */
export function changeWords(change: AccountChange, nameOf: NameOf): Bilingual {
  const name = CHANGE_NAMES[change.kind];
  switch (change.kind) {
    case 'opening':
    case 'roles':
      return joined([name, roleWords(change.roles)], '为', ': ');
    case 'office':
      return joined([name, placeWords(change, nameOf)], '为', ': ');
    case 'password':
    case 'unlocking':
    case 'second-factor':
    case 'enabling':
      return name;
  }
}

function roleWords(roles: readonly Role[]): Bilingual {
  if (roles.length === 0) return say('无岗位', 'no office');
  return joined(
    roles.map((role) => ROLE_NAMES[role]),
    '、',
    ', ',
  );
}

function placeWords(
  place: { displayName: string; division: string; department: string | null },
  nameOf: NameOf,
): Bilingual {
  const text = [place.displayName, nameOf(place.division), place.department].filter((part) => part !== null).join(' ');
  return say(text, text);
}

function sentence(parts: readonly Bilingual[]): Bilingual {
  return joined(parts, '，', ', ');
}
