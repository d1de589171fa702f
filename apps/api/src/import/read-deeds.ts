import { EVIDENCE_KINDS, KIND_NAMES, partsOf, stepOf, SUSPENSION_GROUNDS, type PlainDate } from '@duixian/casework';
import { PAUSE_NAMES } from '@duixian/policy';
import { COLUMN, TREASURY_COLUMNS, type TreasuryLevel } from './claim-columns.js';
import { ENDING_ACTIONS, type DatedDeed, type Deed } from './claim-row.js';
import { readObjections } from './read-objections.js';
import { readReturnItems } from './read-return.js';
import { readRouteSteps } from './read-route-steps.js';
import type { RowReader } from './row-reader.js';

/** What the row says was done, in the order of the days. Steps of one day keep the order of the procedure. */
export function readDeeds(reader: RowReader): DatedDeed[] {
  reader.required(COLUMN.submitted);
  const deeds: DatedDeed[] = [];
  const add = (column: string, deedOn: () => Deed): void => {
    const on = reader.date(column);
    if (on !== null) deeds.push({ deed: deedOn(), on, place: reader.place(column) });
  };
  add(COLUMN.submitted, () => ({ kind: 'submit' }));
  const following = partsOf(reader.text(COLUMN.following));
  add(COLUMN.accepted, () =>
    following.length === 0 ? { kind: 'accept' } : { kind: 'accept-lacking', kinds: following.map(kindNamed) },
  );
  for (const { on, said } of readRouteSteps(reader)) {
    deeds.push({ deed: { kind: 'route-step', said }, on, place: reader.place(COLUMN.route) });
  }
  // The second of two reviewers says the same as the first.
  for (const column of [COLUMN.reviewed, COLUMN.seconded]) add(column, () => reviewIn(reader));
  add(COLUMN.determined, () => {
    const met = reader.text(COLUMN.met);
    return { kind: 'determine', met: met === '' ? null : met };
  });
  add(COLUMN.publicised, () => ({ kind: 'publicise', days: reader.whole(COLUMN.days) ?? 0 }));
  for (const { on, deed } of readObjections(reader)) deeds.push({ deed, on, place: reader.place(COLUMN.objections) });
  add(COLUMN.reviewedAnew, () => ({
    ...{ kind: 'review', distinction: null, conditions: null },
    opinion: reader.text(COLUMN.opinionAnew),
    agreedAmount: reader.money(COLUMN.agreedAnew),
  }));
  add(COLUMN.determinedAnew, () => ({ kind: 'determine', met: null }));
  add(COLUMN.publicisedAnew, () => ({ kind: 'publicise', days: reader.whole(COLUMN.daysAnew) ?? 0 }));
  add(COLUMN.instructed, () => ({ kind: 'instruct' }));
  for (const level of ['own', 'county'] as const) addTreasury(reader, level, add);
  if (reader.text(COLUMN.outcome) !== '') add(COLUMN.ended, () => ended(reader));
  add(COLUMN.settled, () => ({ kind: 'agree-settlement' }));
  add(COLUMN.suspended, () => suspension(reader));
  add(COLUMN.reported, () => ({ kind: 'report-overdue' }));
  return inOrder(reader, deeds);
}

function reviewIn(reader: RowReader): Deed {
  const reason = reader.text(COLUMN.distinction);
  const claims = partsOf(reader.text(COLUMN.near));
  const conditions = reader.text(COLUMN.conditions);
  return {
    kind: 'review',
    opinion: reader.text(COLUMN.opinion),
    agreedAmount: reader.money(COLUMN.agreedAmount),
    distinction: reason === '' ? null : { claims, reason },
    conditions: conditions === '' ? null : conditions,
  };
}

/** By its Chinese name; what has none goes on as it stands, and is refused by it. */
function kindNamed(name: string): string {
  return EVIDENCE_KINDS.find((kind) => KIND_NAMES[kind].zh === name) ?? name;
}

function addTreasury(reader: RowReader, level: TreasuryLevel, add: (column: string, deed: () => Deed) => void): void {
  const columns = TREASURY_COLUMNS[level];
  add(columns.returned, () => ({ kind: 'bank-return', level, reason: reader.text(columns.returnReason) }));
  add(columns.reinstructed, () => ({ kind: 'reinstruct', level }));
  add(columns.paid, () => ({ kind: 'confirm', level, bankReference: reader.text(columns.bankReference) }));
}

function ended(reader: RowReader): Deed {
  const outcome = reader.text(COLUMN.outcome);
  const reason = reader.text(COLUMN.reason);
  const items = readReturnItems(reader);
  const action = ENDING_ACTIONS.find((each) => stepOf(each).name.zh === outcome);
  if (action !== undefined) return { kind: 'ending', action, reason, items };
  reader.report(
    COLUMN.outcome,
    '应为“退回补正”“不予通过”“撤回”或“按已付结清”。',
    'Write 退回补正 (returned), 不予通过 (rejected), 撤回 (withdrawn) or 按已付结清 (settled at what is paid).',
  );
  return { kind: 'ending', action: 'RETURN', reason, items };
}

function suspension(reader: RowReader): Deed {
  const stated = reader.text(COLUMN.ground);
  const [basis, reason] = [reader.text(COLUMN.basis), reader.text(COLUMN.suspensionReason)];
  const ground = SUSPENSION_GROUNDS.find((each) => PAUSE_NAMES[each].zh === stated);
  if (ground !== undefined) return { kind: 'suspend', ground, basis, reason };
  reader.report(
    COLUMN.ground,
    '应为“现场核查”或“专家评审”。',
    'Write 现场核查 (inspection on site) or 专家评审 (review by experts).',
  );
  return { kind: 'suspend', ground: 'inspection', basis, reason };
}

function inOrder(reader: RowReader, deeds: readonly DatedDeed[]): DatedDeed[] {
  const submittedOn: PlainDate | undefined = deeds[0]?.on;
  for (const { on, place } of deeds) {
    if (submittedOn !== undefined && on < submittedOn) {
      reader.report(place.column, '不能早于申报日期。', 'This cannot be earlier than the submission.');
    }
  }
  return [...deeds].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
