/** Address of a list's page. */
export function listPath(id: string): string {
  return `/recognitions/${encodeURIComponent(id)}/show`;
}
