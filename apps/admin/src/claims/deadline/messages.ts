import { LIGHT_NAMES } from '@duixian/casework/names';
import { LIMIT_KIND_NAMES, LIMITED_STEP_NAMES, PAUSE_NAMES } from '@duixian/policy/limit-names';
import { defineMessages } from '../../i18n/messages.js';
import { namesIn } from '../../i18n/names.js';

export const deadlineMessages = defineMessages({
  zh: {
    title: '时限',
    lights: namesIn('zh', LIGHT_NAMES),
    kinds: namesIn('zh', LIMIT_KIND_NAMES),
    steps: namesIn('zh', LIMITED_STEP_NAMES),
    grounds: namesIn('zh', PAUSE_NAMES),
    whole: '承诺时限',
    step: (steps: string[]) => `环节时限（${steps.join('、')}）`,
    days: (days: number) => `${String(days)} 个工作日`,
    dueOn: (day: string) => `${day} 到期`,
    unpublished: (year: number) => `${String(year)} 年放假安排未公布，不能确定到期日`,
    left: (days: number) => `还剩 ${String(days)} 个工作日`,
    leftToday: '今天是最后一天',
    over: (days: number) => (days === 0 ? '已过最后一天' : `已超 ${String(days)} 个工作日`),
    pausedSince: (day: string) => `自 ${day} 起暂停`,
    escalatedTo: (name: string) => `已上报${name}`,
    suspension: (ground: string, by: string) => `${ground}，${by} 登记`,
    stands: (since: string, until: string | null) =>
      until === null ? `自 ${since} 起暂停计时` : `${since} 至 ${until} 暂停计时，期满自动恢复`,
    basis: '依据',
    reason: '理由',
    office: (light: string, day: string | null) => `本部门环节${light}${day === null ? '' : `，${day} 到期`}`,
    onRoute: '没有整件时限；各环节的时限见办理路线。',
    rule: (kind: string, source: string) => `${kind} · ${source}`,
    blocksNothing: '超期不影响继续办理。',
  },
  en: {
    title: 'Time limits',
    lights: namesIn('en', LIGHT_NAMES),
    kinds: namesIn('en', LIMIT_KIND_NAMES),
    steps: namesIn('en', LIMITED_STEP_NAMES),
    grounds: namesIn('en', PAUSE_NAMES),
    whole: 'Promised limit',
    step: (steps: string[]) => `Step (${steps.join(', ')})`,
    days: (days: number) => `${String(days)} working day${days === 1 ? '' : 's'}`,
    dueOn: (day: string) => `due on ${day}`,
    unpublished: (year: number) => `The working days of ${String(year)} are not published: no day can be named`,
    left: (days: number) => `${String(days)} working day${days === 1 ? '' : 's'} left`,
    leftToday: 'today is the last day',
    over: (days: number) =>
      days === 0 ? 'the last day is over' : `${String(days)} working day${days === 1 ? '' : 's'} over`,
    pausedSince: (day: string) => `stands since ${day}`,
    escalatedTo: (name: string) => `reported to ${name}`,
    suspension: (ground: string, by: string) => `${ground}, by ${by}`,
    stands: (since: string, until: string | null) =>
      until === null ? `Stopped since ${since}` : `Stopped from ${since} to ${until}; then it goes on by itself`,
    basis: 'By',
    reason: 'Why',
    office: (light: string, day: string | null) => `Your step: ${light}${day === null ? '' : `, due on ${day}`}`,
    onRoute: 'No limit is set for the whole claim; those of its steps stand with its route.',
    rule: (kind: string, source: string) => `${kind} · ${source}`,
    blocksNothing: 'What is overdue goes on all the same.',
  },
});

export type DeadlineTexts = (typeof deadlineMessages)['zh'];
