import type { RecordedEvent } from '@duixian/event-store';
import { z } from 'zod';
import { idIn } from '../log/read-table.js';
import { eventWords, type DivisionNames } from './event-words.js';
import { EventCorrection, TimelineEntry } from './timeline-entry.type.js';

const metaSchema = z.object({
  actor: z.object({
    username: z.string(),
    displayName: z.string(),
    division: z.string(),
    department: z.string().nullable(),
  }),
  seen: z.object({ position: z.string(), policyVersion: z.string() }).optional(),
  onBehalfOf: z.object({ userId: z.string(), displayName: z.string() }).optional(),
});
const agreedSchema = z.object({
  data: z.object({ reason: z.string(), proposedBy: z.object({ displayName: z.string() }) }),
  meta: metaSchema,
});
const PAYER_DIGITS = 6;

/** An event as people read it. */
export function toTimelineEntry(event: RecordedEvent, names: DivisionNames): TimelineEntry {
  const meta = metaSchema.safeParse(event.meta);
  const absent = meta.success ? meta.data.onBehalfOf : undefined;
  return Object.assign(new TimelineEntry(), {
    position: event.position.toString(),
    stream: event.stream,
    type: event.type,
    ...eventWords(event, names),
    on: event.occurredOn,
    recordedAt: event.recordedAt,
    actor: meta.success ? meta.data.actor : null,
    seen: (meta.success ? meta.data.seen : undefined) ?? null,
    onBehalfOf: absent?.displayName ?? null,
    onBehalfOfId: absent?.userId ?? null,
    data: event.data,
    claim: claimOf(event),
    correction: correctionOf(event),
  });
}

function correctionOf({ correction }: RecordedEvent): EventCorrection | null {
  const said = agreedSchema.safeParse(correction);
  if (correction === null || !said.success) return null;
  const { original } = correction;
  return Object.assign(new EventCorrection(), {
    position: correction.position.toString(),
    recordedAt: correction.recordedAt,
    reason: said.data.data.reason,
    proposedBy: said.data.data.proposedBy.displayName,
    agreedBy: said.data.meta.actor.displayName,
    originalOn: original.occurredOn,
    originalData: original.data,
  });
}

/**
 * A payment's stream is named after its claim and its payer. What happens to an enterprise's grants and to a document
 * says for which claim it does.
 */
function claimOf({ stream, data }: RecordedEvent): string | null {
  const isShared = stream.startsWith('entitlement-') || stream.startsWith('evidence-');
  if (isShared) return typeof data.claim === 'string' ? data.claim : null;
  return (
    idIn(stream, 'claim-') ??
    idIn(stream, 'assignment-') ??
    idIn(stream, 'comments-') ??
    idIn(stream, 'files-') ??
    idIn(stream, 'payment-')?.slice(0, -PAYER_DIGITS - 1) ??
    null
  );
}
