import { isPlainDate } from '../common/plain-date.js';
import { read, unreadable, type Parsed } from './parsed.js';

declare const mark: unique symbol;

/** A moment, ISO 8601 with its offset from UTC. */
export type Moment = string & { readonly [mark]: 'moment' };

const BEIJING = '+08:00';
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d(?:\.\d{1,6})?))?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/** A moment of Beijing time, unless it states another offset; a day means its last moment. */
export function parseMoment(text: string): Parsed<Moment> {
  const [, day = '', time, seconds = '00', offset] = MOMENT.exec(text.trim()) ?? [];
  const isStated = isPlainDate(day) && !day.startsWith('0000') && (time !== undefined || offset === undefined);
  if (!isStated) {
    return unreadable(
      '请写成北京时间，例如2026-11-26T09:30，或只写日期（指当日结束）。',
      'State a moment of Beijing time, such as 2026-11-26T09:30, or a day alone, which means its end.',
    );
  }
  if (time === undefined) return read(`${day}T23:59:59.999999${BEIJING}` as Moment);
  return read(`${day}T${time}:${seconds}${offset ?? BEIJING}` as Moment);
}
