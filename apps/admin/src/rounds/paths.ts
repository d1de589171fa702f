import type { ClaimStatus } from '../api/schema/enums.generated.js';

/** Address of a round's page. */
export function roundPath(id: string): string {
  return `/rounds/${encodeURIComponent(id)}`;
}

/** Where a draw stands: on the page of its round, or of rounds where its claims have none. */
export function drawPath(round: string | null, draw: string): string {
  return `${round === null ? '/rounds' : roundPath(round)}#${draw}`;
}

/** The list of claims of a clause that wait for a draw. */
export function awaitingDrawPath(measure: string, round: string | null): string {
  return listPath({ awaitsDraw: true, measure, ...(round !== null && { round }) });
}

/** The list of claims with what was submitted in a round, perhaps of one status or division. */
export function claimsOfRoundPath(round: string, narrowed: { status?: ClaimStatus; division?: string } = {}): string {
  const { status, division } = narrowed;
  const filter = { round, ...(status && { status: [status] }), ...(division && { division }) };
  return listPath(filter);
}

function listPath(filter: object): string {
  const list = { filter: JSON.stringify(filter), sort: 'submittedOn', order: 'ASC', page: '1', perPage: '25' };
  return `/claims?${new URLSearchParams(list).toString()}`;
}
