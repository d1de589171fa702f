import type { Light } from '@duixian/casework';

const IS_LATER = '(c.due_on is null or c.due_on > {{today}})';
const IS_NOT_REMINDED = '(c.remind_on is null or c.remind_on > {{today}})';

/** What {@link lightAmong} says of a claim, asked of its row `c`: an index has the days, and nothing is reckoned. */
const CONDITIONS: Readonly<Record<Light, string>> = {
  overdue: 'c.due_on < {{today}}',
  'due-today': 'c.due_on = {{today}}',
  'due-soon': `c.remind_on <= {{today}} and ${IS_LATER}`,
  paused: `c.clock = 'paused' and c.due_on is null and ${IS_NOT_REMINDED}`,
  unpublished: `c.clock = 'unpublished' and c.due_on is null and ${IS_NOT_REMINDED}`,
  'on-time': `c.due_on > {{today}} and ${IS_NOT_REMINDED}`,
};

/** The condition of one light on a day, whose value is added to `values`. */
export function lightCondition(values: unknown[], light: Light, today: string): string {
  const parameter = `$${values.push(today)}::date`;
  return `c.clock is not null and ${CONDITIONS[light].replaceAll('{{today}}', () => parameter)}`;
}

/** A condition for each light, of which no claim meets two; one that all claims meet where none is asked for. */
export function lightConditions(values: unknown[], lights: readonly Light[] | null, today: string): string[] {
  if (lights === null) return ['true'];
  if (lights.length === 0) return ['false'];
  return [...new Set(lights)].map((light) => lightCondition(values, light, today));
}
