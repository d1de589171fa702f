// Sweden writes days and moments as ISO 8601 does.
const MOMENT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** "2026-11-22 17:10:31", an instant in ISO 8601 as the offices' clocks show it, wherever the browser is. */
export function beijingTime(instant: string): string {
  return MOMENT.format(new Date(instant));
}

/** Today at the offices, as YYYY-MM-DD, wherever the browser is. */
export function today(): string {
  return DAY.format(new Date());
}
