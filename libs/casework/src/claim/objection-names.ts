import type { Bilingual } from '@duixian/policy';
import type { ObjectionStanding } from './objection.js';
import type { HintReason, ObjectorKind, UpheldStep } from './objection-schema.js';

export const OBJECTOR_KIND_NAMES: Readonly<Record<ObjectorKind, Bilingual>> = {
  person: { zh: '个人（实名）', en: 'a person, under the real name' },
  unit: { zh: '单位（加盖公章）', en: 'a unit, with its seal' },
};

export const HINT_REASON_NAMES: Readonly<Record<HintReason, Bilingual>> = {
  anonymous: { zh: '匿名', en: 'anonymous' },
  unsealed: { zh: '单位未盖公章', en: 'a unit without its seal' },
  late: { zh: '公示期满后收到', en: 'received after the publicity' },
  instructed: { zh: '登记时已下达拨付', en: 'payment was instructed before it was recorded' },
};

export const OBJECTION_STANDING_NAMES: Readonly<Record<ObjectionStanding, Bilingual>> = {
  open: { zh: '待答复', en: 'waits for its answer' },
  hint: { zh: '线索', en: 'a hint, which stops nothing' },
  dismissed: { zh: '不成立', en: 'not upheld' },
  upheld: { zh: '成立', en: 'upheld' },
  overtaken: { zh: '随原核定作废了结', en: 'closed, since what it was about stands no more' },
};

export const UPHELD_STEP_NAMES: Readonly<Record<UpheldStep, Bilingual>> = {
  review: { zh: '重新审核', en: 'reviewed anew by the lead department' },
  determination: { zh: '重新核定', en: 'determined anew by finance' },
  resubmission: { zh: '退回补正', en: 'stated anew by the enterprise' },
  rejection: { zh: '不予通过', en: 'the claim ends' },
};
