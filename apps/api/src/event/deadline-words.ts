import { ROLE_NAMES } from '@duixian/casework';
import { PAUSE_NAMES, type Bilingual } from '@duixian/policy';
import type { DomainEvent } from '@duixian/treasury';
import { say } from '../policy/describe/words.js';

type DeadlineEvent = Extract<DomainEvent, { type: 'ClockSuspended' | 'DeadlineEscalated' }>;

/** For what and by which rule the clock stands, or what was overdue and to whom it was reported. */
export function deadlineWords(event: DeadlineEvent): Bilingual {
  if (event.type === 'ClockSuspended') {
    const { ground, basis, reason, until } = event.data;
    const { zh, en } = PAUSE_NAMES[ground];
    const most = until === undefined ? { zh: '', en: '' } : { zh: `，至${until}止`, en: `, until ${until}` };
    return say(`${zh}（依据${basis}${most.zh}）：${reason}`, `${en} (by ${basis}${most.en}): ${reason}`);
  }
  const { limit, dueOn, office, department, superior } = event.data;
  const [of, role] = [limit === 'whole' ? '承诺时限' : '环节时限', ROLE_NAMES[office]];
  return say(
    `${of}于${dueOn}届满（${department ?? ''}${role.zh}），已上报${superior.name}；不影响继续办理`,
    `${limit === 'whole' ? 'The promised limit' : "The step's limit"} ended on ${dueOn} (${role.en}${department === null ? '' : ` of ${department}`}); reported to ${superior.name}. The work goes on`,
  );
}
