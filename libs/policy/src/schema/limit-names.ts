import type { Bilingual } from './primitives.js';
import type { LimitedStep, LimitKind, Pause } from './time-limits.js';

export const LIMIT_KIND_NAMES: Readonly<Record<LimitKind, Bilingual>> = {
  immediate: { zh: '即申即享', en: 'granted on application' },
  promised: { zh: '承诺兑现', en: 'honoured as promised' },
  fast: { zh: '快申快享', en: 'applied for and granted fast' },
  automatic: { zh: '免申即享', en: 'granted without application' },
};

export const PAUSE_NAMES: Readonly<Record<Pause, Bilingual>> = {
  correction: { zh: '补正', en: 'correction by the enterprise' },
  inspection: { zh: '现场核查', en: 'inspection on site' },
  experts: { zh: '专家评审', en: 'review by experts' },
  publicity: { zh: '公示', en: 'publicity' },
  objection: { zh: '异议答复', en: 'answer to an objection' },
};

export const LIMITED_STEP_NAMES: Readonly<Record<LimitedStep, Bilingual>> = {
  acceptance: { zh: '受理', en: 'acceptance' },
  review: { zh: '审核', en: 'review' },
  determination: { zh: '核定', en: 'determination' },
  publicity: { zh: '公示', en: 'publicity' },
  instruction: { zh: '下达拨付', en: 'instruction' },
  payment: { zh: '支付', en: 'payment' },
};
