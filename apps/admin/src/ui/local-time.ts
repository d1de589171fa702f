/** "2026-11-22 09:10:31" where the user sits, from an instant in ISO 8601. */
export function localTime(instant: string): string {
  return new Date(instant).toLocaleString('sv-SE');
}
