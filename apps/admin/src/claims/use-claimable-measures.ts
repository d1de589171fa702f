import { useDocument } from '../api/use-document.js';
import { useUser } from '../auth/use-user.js';
import { type MeasureChoice, measureChoicesDocument } from '../policies/documents.js';

const dayMs = 86_400_000;

/** The clauses under which the user's city takes claims: those that pay, in documents of the city and its counties. */
export function useClaimableMeasures(): { measures: MeasureChoice[]; isPending: boolean } {
  const user = useUser();
  const { data, isPending } = useDocument(measureChoicesDocument, {}, { staleTimeMs: dayMs });
  const measures = (data?.measures ?? []).filter(
    ({ payable, takesClaims, policy }) => payable && takesClaims && policy.tenant === user?.tenant,
  );
  return { measures, isPending: isPending || user === null };
}
