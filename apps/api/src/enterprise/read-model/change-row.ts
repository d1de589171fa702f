import type { RecordedEvent } from '@duixian/event-store';
import type { AccountEvent, ContactEvent, NoticeWay, WaitingCount } from '@duixian/registry';

/** Columns that a change of an enterprise's account and one of its contact have in common. */
export interface ChangeRow {
  readonly tenant: string;
  readonly uscc: string;
  readonly proposal: string;
  readonly position: string;
  readonly is_found: boolean;
  readonly proposed_on: string;
  readonly proposed_by: string;
  readonly proposed_by_name: string;
  readonly opens_until: string;
  readonly notice: { readonly how: NoticeWay; readonly note: string; readonly on: string; readonly by: string } | null;
  readonly answer: 'agreed' | 'refused' | 'withdrawn' | null;
  readonly answered_on: string | null;
  readonly answered_by: string | null;
  readonly answered_by_name: string | null;
  readonly reason: string | null;
  readonly effective_from: string | null;
  readonly waiting: WaitingCount | null;
}

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
