import { UPHELD_STEP_NAMES, UPHELD_STEPS, type PlainDate, type UpheldStep } from '@duixian/casework';
import { COLUMN } from './claim-columns.js';
import type { Deed } from './claim-row.js';
import type { RowReader } from './row-reader.js';

interface DatedObjection {
  readonly on: PlainDate;
  readonly deed: Extract<Deed, { kind: 'object' | 'answer-objection' }>;
}

const DISMISSED = '不成立';
const UPHELD = '成立，';

/**
 * What was objected, in one cell: 登记日期｜异议人｜电话｜内容, and of one that was answered ｜答复日期｜不成立 or 成立，重新审核 …｜答复; one
 * after another with ； between them. An anonymous one leaves 异议人 and 电话 empty.
 */
export function readObjections(reader: RowReader): DatedObjection[] {
  const parts = reader.text(COLUMN.objections).split('；');
  return parts.filter((part) => part.trim() !== '').flatMap((part, number) => readObjection(reader, part, number));
}

function readObjection(reader: RowReader, part: string, number: number): DatedObjection[] {
  const [day = '', name = '', phone = '', what = '', answered = '', said = '', reason = ''] = part
    .split('｜')
    .map((each) => each.trim());
  const on = reader.dateOf(COLUMN.objections, day);
  if (on === null) return [];
  const objector = name === '' ? null : { name, phone };
  const raised: DatedObjection = { on, deed: { kind: 'object', number, objector, what } };
  if (answered === '') return [raised];
  const answeredOn = reader.dateOf(COLUMN.objections, answered);
  const then = thenOf(said);
  if (then === undefined) {
    const steps = UPHELD_STEPS.map((step) => `${UPHELD}${UPHELD_STEP_NAMES[step].zh}`).join('、');
    reader.report(
      COLUMN.objections,
      `“${said}”应为${DISMISSED}、${steps}之一。`,
      `Write ${DISMISSED} (not upheld), or one of ${steps} (upheld, and what follows), instead of '${said}'.`,
    );
  }
  if (answeredOn === null || then === undefined) return [raised];
  return [raised, { on: answeredOn, deed: { kind: 'answer-objection', number, then, reason } }];
}

/** Undefined where it says neither. */
function thenOf(said: string): UpheldStep | null | undefined {
  if (said === DISMISSED) return null;
  return UPHELD_STEPS.find((step) => said === `${UPHELD}${UPHELD_STEP_NAMES[step].zh}`);
}
