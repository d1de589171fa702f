import type { Bilingual } from '@duixian/policy';
import type { Light } from './deadlines.js';

/** What people call the lights, whatever their colour. */
export const LIGHT_NAMES: Readonly<Record<Light, Bilingual>> = {
  'on-time': { zh: '正常', en: 'on time' },
  'due-soon': { zh: '即将到期', en: 'due soon' },
  'due-today': { zh: '今日到期', en: 'due today' },
  overdue: { zh: '已超期', en: 'overdue' },
  paused: { zh: '暂停计时', en: 'clock stands' },
  unpublished: { zh: '放假安排未公布', en: 'working days not published yet' },
};
