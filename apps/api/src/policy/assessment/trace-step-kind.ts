import { TRACE_STEP_KINDS, type Bilingual, type TraceStepKind } from '@duixian/policy';
import { registerEnumType } from '@nestjs/graphql';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';

export const TraceStepKindEnum = enumOf(TRACE_STEP_KINDS);

const NAMES: Readonly<Record<TraceStepKind, Bilingual>> = {
  jurisdiction: { zh: '辖区', en: 'whether the enterprise belongs to whoever pays' },
  period: { zh: '政策期间', en: 'whether the policy is in force on the day of the matter' },
  condition: { zh: '条件', en: 'whether a condition is met' },
  base: { zh: '计算', en: 'what the clause promises on the facts, before any limit' },
  'item-cap': { zh: '单项限额', en: 'the cap of one matter' },
  'total-cap': { zh: '企业累计限额', en: 'the cap of the enterprise over all years' },
  'year-cap': { zh: '企业年度限额', en: 'the cap of the enterprise and year' },
  'joint-year-cap': { zh: '联合年度限额', en: 'the cap that several clauses share in a year' },
  'earlier-grants': { zh: '此前已兑现', en: 'less what was granted for it before' },
  overlap: { zh: '就高不重复', en: 'less what another clause pays for the same matter' },
  pool: { zh: '资金总额', en: 'what is left of the programme’s money' },
  quota: { zh: '名额', en: 'whether a place of the quota is left' },
  split: { zh: '资金分担', en: 'what each treasury pays of it' },
  outcome: { zh: '结果', en: 'what it comes to' },
};

registerEnumType(TraceStepKindEnum, {
  name: 'TraceStepKind',
  description: 'Which step of the reckoning (核算步骤), in the order in which they are taken.',
  valuesMap: wordsOf(NAMES),
});
