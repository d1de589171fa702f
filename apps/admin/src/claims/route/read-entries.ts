/** Names divided by 、, commas, semicolons or line breaks. */
export function readNames(text: string): string[] {
  return text
    .split(/[、,，;；\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A line for each expert, `林一 85`; null where a line is none. */
export function readScores(text: string): { expert: string; score: number }[] | null {
  const scores: { expert: string; score: number }[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [, expert, score] = /^\s*(.+?)[\s、,，:：]+(\d{1,3})\s*分?\s*$/u.exec(line) ?? [];
    if (expert === undefined) return null;
    scores.push({ expert, score: Number(score) });
  }
  return scores;
}
