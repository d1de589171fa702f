import type { ClaimStatus } from '../api/schema/enums.generated.js';

/** Address of a round's page. */
export function roundPath(id: string): string {
  return `/rounds/${encodeURIComponent(id)}`;
}

/** The list of claims with what was submitted in a round, perhaps of one status or division. */
export function claimsOfRoundPath(round: string, narrowed: { status?: ClaimStatus; division?: string } = {}): string {
  const { status, division } = narrowed;
  const filter = { round, ...(status && { status: [status] }), ...(division && { division }) };
  return `/claims?${new URLSearchParams({ filter: JSON.stringify(filter), sort: 'submittedOn', order: 'ASC', page: '1', perPage: '25' }).toString()}`;
}
