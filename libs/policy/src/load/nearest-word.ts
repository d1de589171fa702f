/** Less than the difference between two distances. */
const HALF_A_LETTER = 0.5;

/**
 * The known word that a mistyped one most probably stands for; undefined if none is near. Of two that are equally near it
 * is the one that only has letters more: 市数据管理局, and not 市财政局, for 市数据局.
 */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  const farthest = Math.floor(Math.max(word.length, 3) / 2);
  let least = farthest + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    const onlyHasMore = distance === candidate.length - word.length;
    const farness = onlyHasMore ? distance - HALF_A_LETTER : distance;
    if (distance <= farthest && farness < least) {
      least = farness;
      nearest = candidate;
    }
  }
  return nearest;
}

/** Levenshtein's distance: how many letters must be added, removed or changed. */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const changed = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
