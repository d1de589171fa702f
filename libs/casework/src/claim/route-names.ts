import type { Bilingual } from '@duixian/policy';
import type { RouteStepTaken, StepOutcome } from './route-schema.js';

/** What is done in a step of a route. */
export const ROUTE_STEP_NAMES: Readonly<Record<RouteStepTaken['kind'], Bilingual>> = {
  'first-review': { zh: '初审', en: 'first review' },
  'joint-review': { zh: '联审', en: 'joint review' },
  'site-visit': { zh: '现场核查', en: 'site visit' },
  panel: { zh: '专家评审', en: 'panel of experts' },
  audit: { zh: '第三方审计', en: 'audit by a third party' },
  approval: { zh: '审批', en: 'approval' },
  collective: { zh: '集体研究', en: 'collective decision' },
  're-examination': { zh: '复审', en: 're-examination of what was drawn' },
  settlement: { zh: '处理分歧', en: 'settlement of a disagreement' },
};

export const STEP_OUTCOME_NAMES: Readonly<Record<StepOutcome, Bilingual>> = {
  agree: { zh: '同意', en: 'agrees' },
  conditions: { zh: '有条件同意', en: 'agrees with conditions' },
  disagree: { zh: '不同意', en: 'disagrees' },
};
