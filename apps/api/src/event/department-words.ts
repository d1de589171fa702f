import type { DepartmentChange, DepartmentEvent } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { say } from '../policy/describe/words.js';

/** What the field calls each. */
export const DEPARTMENT_NAMES: Readonly<Record<DepartmentEvent['type'], Bilingual>> = {
  DepartmentChangeProposed: say('提出机构变更', 'Change of a department proposed'),
  DepartmentChangeAgreed: say('同意机构变更', 'Change of a department agreed to'),
  DepartmentChangeRefused: say('否决机构变更', 'Change of a department refused'),
  DepartmentChangeWithdrawn: say('撤回机构变更', 'Change of a department taken back'),
};

/** What becomes of a department, in a sentence: 市数据管理局自2026-08-10起更名为市数据局（泉委编〔2026〕3号）. */
export function departmentWords({ kind, name, successor, from, document }: DepartmentChange): Bilingual {
  const next = successor ?? '';
  switch (kind) {
    case 'established':
      return {
        zh: `设立${name}，自${from}起（${document}）`,
        en: `${name} is established from ${from} on (${document})`,
      };
    case 'renamed':
      return {
        zh: `${name}自${from}起更名为${next}（${document}）`,
        en: `${name} is called ${next} from ${from} on (${document})`,
      };
    case 'merged':
      return {
        zh: `${name}自${from}起并入${next}（${document}）`,
        en: `${name} goes into ${next} from ${from} on (${document})`,
      };
    case 'ended':
      return { zh: `${name}自${from}起撤销（${document}）`, en: `${name} ends on ${from} (${document})` };
  }
}
