/** Address of the page of an edition. */
export function editionPath(register: string, id: string): string {
  return `/registers/${encodeURIComponent(register)}/editions/${encodeURIComponent(id)}`;
}

/** Address of the page on which an edition is imported. */
export function importPath(register: string): string {
  return `/registers/${encodeURIComponent(register)}/import`;
}
