import {
  recusedFrom,
  recusedRefusal,
  type Decision,
  type Recusal,
  type RecusalMatter,
  type StreamEvents,
} from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { idIn } from '../log/read-table.js';
import type { Records } from './records.js';

const PAYER_DIGITS = 6;
/** A list that somebody else published may name any enterprise: to clear a row is about that one. */
const OF_ENTERPRISE = ['enterprise-', 'account-', 'contact-', 'exclusion-'];

/**
 * 回避: whoever takes no part in a matter records nothing of it, in whichever office and by whichever command. What a decision
 * writes says which matters it is about, so that no step can leave the question out.
 *
 * @param recusals of who sent the command, as the append demands them unchanged.
 */
export async function heldToRecusals(
  records: Records,
  recusals: readonly Recusal[],
  decision: Decision<DomainEvent>,
): Promise<Decision<DomainEvent>> {
  if (!decision.ok || recusals.every(({ lifted }) => lifted)) return decision;
  for (const written of decision.streams) {
    const matter = await matterOf(records, written);
    const found = matter === null ? undefined : recusedFrom(recusals, matter);
    if (found !== undefined) return { ok: false, refusal: recusedRefusal(found) };
  }
  return decision;
}

/** What a stream is about; null where that is neither a claim nor an enterprise. */
async function matterOf(
  records: Records,
  { stream, events }: StreamEvents<DomainEvent>,
): Promise<RecusalMatter | null> {
  const claim =
    idIn(stream, 'claim-') ??
    idIn(stream, 'assignment-') ??
    idIn(stream, 'payment-')?.slice(0, -PAYER_DIGITS - 1) ??
    idIn(stream, 'files-') ??
    commentedIn(stream, events);
  if (claim !== undefined) return { claim, uscc: submittedFor(events) ?? (await records.enterpriseOfClaim(claim)) };
  if (idIn(stream, 'exclusion-') !== null && events[0]?.type !== 'ExclusionCleared') return null;
  const uscc = OF_ENTERPRISE.map((prefix) => idIn(stream, prefix)).find((each) => each !== null);
  return uscc === undefined ? null : { claim: null, uscc };
}

/** Code of the enterprise whose claim is new. */
function submittedFor([first]: readonly DomainEvent[]): string | null {
  return first?.type === 'ClaimSubmitted' ? first.data.uscc : null;
}

/** The claim on which a comment is written; what a colleague said to him he may have read. */
function commentedIn(stream: string, [first]: readonly DomainEvent[]): string | undefined {
  return first?.type === 'CommentWritten' ? (idIn(stream, 'comments-') ?? undefined) : undefined;
}
