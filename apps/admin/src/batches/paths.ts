/** Address of a batch's page. */
export function batchPath(id: string): string {
  return `/batches/${encodeURIComponent(id)}`;
}
