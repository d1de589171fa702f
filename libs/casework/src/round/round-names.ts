import type { Bilingual } from '@duixian/policy';
import type { RoundStanding } from './round-book.js';
import type { PayRule } from './round-event.js';

export const PAY_RULE_NAMES: Readonly<Record<PayRule, Bilingual>> = {
  'first-come': { zh: '即审即兑', en: 'as they come' },
  'at-the-end': { zh: '期满统一兑付', en: 'once the round is over' },
};

export const ROUND_STANDING_NAMES: Readonly<Record<RoundStanding, Bilingual>> = {
  'to-come': { zh: '未开始', en: 'to come' },
  open: { zh: '申报中', en: 'open' },
  closed: { zh: '已截止', en: 'closed' },
};
