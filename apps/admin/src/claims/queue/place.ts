/** Where a claim stands in the user's order of work. */
export interface Queue {
  /** Counted from 1; null for a claim that is not in the list the user came from. */
  position: number | null;
  length: number;
  previous: string | null;
  next: string | null;
}

export function placeIn(ids: string[], current: string): Queue {
  const index = ids.indexOf(current);
  if (index < 0) return { position: null, length: ids.length, previous: null, next: null };
  return {
    position: index + 1,
    length: ids.length,
    previous: ids[index - 1] ?? null,
    next: ids[index + 1] ?? null,
  };
}
