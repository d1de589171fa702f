import { STEP_OUTCOME_NAMES, STEP_OUTCOMES, type PlainDate } from '@duixian/casework';
import { COLUMN } from './claim-columns.js';
import type { SaidStep } from './claim-row.js';
import type { ExpertScore } from '@duixian/casework';
import type { RowReader } from './row-reader.js';

interface DatedStep {
  readonly on: PlainDate;
  readonly said: SaidStep;
}

/**
 * What offices said on the claim's route, in one cell: 步骤代号｜日期｜结论｜意见, and of minutes or a report ｜文号｜参会人员; of a
 * panel ｜｜｜专家 评分、…; one after another with ； between them.
 */
export function readRouteSteps(reader: RowReader): DatedStep[] {
  const parts = reader.text(COLUMN.route).split('；');
  return parts.filter((part) => part.trim() !== '').flatMap((part) => readRouteStep(reader, part) ?? []);
}

function readRouteStep(reader: RowReader, part: string): DatedStep | null {
  const [step = '', day = '', said = '', opinion = '', number = '', present = '', scored = ''] = part
    .split('｜')
    .map((each) => each.trim());
  const on = reader.dateOf(COLUMN.route, day);
  const outcome = STEP_OUTCOMES.find((each) => each !== 'conditions' && STEP_OUTCOME_NAMES[each].zh === said);
  if (outcome === undefined) {
    reader.report(
      COLUMN.route,
      `“${part}”应为“步骤代号｜日期｜同意或不同意｜意见”，有纪要的再加“｜文号｜参会人员”。`,
      `Write '${part}' as key｜day｜同意 or 不同意｜opinion, and with minutes ｜number｜who was present.`,
    );
  }
  if (on === null || outcome === undefined) return null;
  const by = present.split('、').filter((name) => name !== '');
  return {
    on,
    said: { step, outcome, opinion, paper: number === '' ? null : { number, on, by }, scores: scoresIn(scored) },
  };
}

/** What is no number goes on as it stands, and is refused by it. */
function scoresIn(text: string): ExpertScore[] {
  const experts = text.split('、').filter((each) => each !== '');
  return experts.map((each) => {
    const [expert = '', score = ''] = each.split(' ');
    return { expert, score: Number(score) };
  });
}
