import type { Bilingual } from '../api/fragments.js';
import type { MonthlySeries } from './documents.js';

/** What people call a division, a department, a treasury or a measure. */
export function seriesName(
  { id, division, department, measure }: MonthlySeries,
  bilingual: (text: Bilingual) => string,
): string {
  return division?.name ?? department ?? (measure === null ? id : `${bilingual(measure.title)} ${measure.id}`);
}
