import type { RecordedEvent } from '@duixian/event-store';
import type { AccountEvent, ContactEvent, NoticeWay, WaitingCount } from '@duixian/registry';
import { column, type Columns, type RowOf } from '../../log/columns.js';

/** Columns that a change of an enterprise's account and one of its contact have in common. */
export const CHANGE_COLUMNS = {
  tenant: column.id,
  uscc: column.id,
  proposal: column.id,
  // 0 where release 0.1 kept it without an event: it stands before all others.
  position: column.position,
  is_found: column.truth,
  proposed_on: column.day,
  proposed_by: column.text,
  proposed_by_name: column.text,
  opens_until: column.day,
  notice: column.orNull(
    column.json<{ readonly how: NoticeWay; readonly note: string; readonly on: string; readonly by: string }>(),
  ),
  // Null while nobody answered.
  answer: column.orNull(column.oneOf<'agreed' | 'refused' | 'withdrawn'>()),
  answered_on: column.orNull(column.day),
  answered_by: column.orNull(column.text),
  answered_by_name: column.orNull(column.text),
  reason: column.orNull(column.text),
  effective_from: column.orNull(column.day),
  waiting: column.orNull(column.oneOf<WaitingCount>()),
} as const satisfies Columns;

export type ChangeRow = RowOf<typeof CHANGE_COLUMNS>;

type ChangeEvent = AccountEvent | ContactEvent;

/** A row as it begins: by whom it came on record, and nothing said of it yet. */
export function begunRow(
  { tenant, position }: RecordedEvent,
  { meta, occurredOn }: ChangeEvent,
  of: Pick<ChangeRow, 'uscc' | 'proposal' | 'opens_until'>,
): ChangeRow {
  return {
    tenant,
    position: position.toString(),
    ...of,
    is_found: false,
    proposed_on: occurredOn,
    proposed_by: meta.actor.userId,
    proposed_by_name: meta.actor.displayName,
    notice: null,
    answer: null,
    answered_on: null,
    answered_by: null,
    answered_by_name: null,
    reason: null,
    effective_from: null,
    waiting: null,
  };
}

/** What a step on a proposal changes in its row. */
export function stepColumns(
  event: Extract<
    ChangeEvent,
    {
      type:
        | 'AccountNoticeGiven'
        | 'AccountChangeAgreed'
        | 'AccountChangeRefused'
        | 'AccountChangeWithdrawn'
        | 'ContactNoticeGiven'
        | 'ContactChangeAgreed'
        | 'ContactChangeRefused'
        | 'ContactChangeWithdrawn';
    }
  >,
): Partial<ChangeRow> {
  const { occurredOn, meta } = event;
  const answered = {
    answered_on: occurredOn,
    answered_by: meta.actor.userId,
    answered_by_name: meta.actor.displayName,
  };
  switch (event.type) {
    case 'AccountNoticeGiven':
    case 'ContactNoticeGiven': {
      const { how, note } = event.data;
      return { notice: { how, note, on: occurredOn, by: meta.actor.displayName } };
    }
    case 'AccountChangeAgreed':
    case 'ContactChangeAgreed': {
      const { effectiveFrom, waiting } = event.data;
      return { ...answered, answer: 'agreed', effective_from: effectiveFrom, waiting };
    }
    case 'AccountChangeRefused':
    case 'ContactChangeRefused':
      return { ...answered, answer: 'refused', reason: event.data.reason };
    case 'AccountChangeWithdrawn':
    case 'ContactChangeWithdrawn':
      return { ...answered, answer: 'withdrawn' };
  }
}
