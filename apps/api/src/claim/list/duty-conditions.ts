import { sqlFile } from '../../database/sql-file.js';
import type { Duty } from './duties.js';

const DUTY = sqlFile(import.meta.url, 'duty.sql');

/**
 * What is asked of a claim `c`: a condition for each duty, of which no claim meets two, since their statuses differ; or
 * one that all claims meet (`null`), or none (no duties). Values of their parameters are added to `values`.
 */
export function dutyConditions(values: unknown[], duties: readonly Duty[] | null, userId: string): string[] {
  if (duties === null) return ['true'];
  if (duties.length === 0) return ['false'];
  return duties.map(({ status, measures, area, publicity_before }) =>
    withParameters(values, { status, measures, area, publicity_before, user: userId }),
  );
}

function withParameters(values: unknown[], parameters: Readonly<Record<string, unknown>>): string {
  return Object.entries(parameters).reduce((sql, [name, value]) => {
    const parameter = `$${values.push(value)}`;
    return sql.replaceAll(`{{${name}}}`, () => parameter);
  }, DUTY);
}
