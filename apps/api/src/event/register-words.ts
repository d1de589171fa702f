import type { EditionEvent, ExclusionEvent, RegisterEvent } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import type { DomainEvent } from '@duixian/treasury';
import { say } from '../policy/describe/words.js';

type OfRegister = RegisterEvent | EditionEvent | ExclusionEvent;

/** What the events are called. */
export const REGISTER_NAMES: Readonly<Record<OfRegister['type'], Bilingual>> = {
  RegisterEditionOpened: say('导入限制享受名单', 'Edition of a register opened'),
  RegisterRowsRead: say('读入名单', 'Rows of a register read'),
  RegisterEditionProposed: say('提请启用名单', 'Edition of a register proposed'),
  RegisterEditionAgreed: say('同意启用名单', 'Edition of a register agreed to'),
  RegisterEditionRefused: say('否决名单', 'Edition of a register refused'),
  RegisterEditionWithdrawn: say('撤回名单', 'Edition of a register taken back'),
  EnterpriseListed: say('列入名单', 'Listed on a register'),
  ExclusionCleared: say('解除名单命中', 'Row of a register cleared'),
};

export function isOfRegister(event: DomainEvent): event is OfRegister {
  return event.type in REGISTER_NAMES;
}

/** What happened to a register of those who must not be paid, or to a row of one. */
export function registerWords(event: OfRegister): Bilingual {
  const { register } = event.data;
  switch (event.type) {
    case 'RegisterEditionOpened': {
      const { no, title, authority, publishedOn } = event.data;
      return say(
        `${register}第${no}版：${title}（${authority}，${publishedOn}）`,
        `${register}, edition ${no}: ${title} (${authority}, ${publishedOn})`,
      );
    }
    case 'RegisterRowsRead': {
      const { part, rows, refused } = event.data;
      return say(
        `${register}：第${part}部分收${rows}行，不收${refused}行`,
        `${register}: part ${part}, ${rows} lines taken, ${refused} not`,
      );
    }
    case 'RegisterEditionProposed': {
      const { rows, refused } = event.data;
      return say(`${register}：共收${rows}行，不收${refused}行`, `${register}: ${rows} lines taken, ${refused} not`);
    }
    case 'RegisterEditionRefused':
      return say(`${register}：${event.data.reason}`, `${register}: ${event.data.reason}`);
    case 'RegisterEditionAgreed':
    case 'RegisterEditionWithdrawn':
      return say(register, register);
    case 'EnterpriseListed': {
      const { row, name, uscc, matter } = event.data;
      return say(
        `${register}第${row}行：${name}（${uscc}），${matter}`,
        `${register}, row ${row}: ${name} (${uscc}), ${matter}`,
      );
    }
    case 'ExclusionCleared': {
      const { row, ground, reason } = event.data;
      return say(
        `${register}第${row}行：${ground.name.zh}；${reason}`,
        `${register}, row ${row}: ${ground.name.en}; ${reason}`,
      );
    }
  }
}
