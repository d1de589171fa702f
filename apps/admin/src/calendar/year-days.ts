import type { WorkingYear } from './documents.js';

export type DayKind = 'WORKING' | 'OFF' | 'WORKED' | 'WEEKEND';

export interface YearDay {
  /** YYYY-MM-DD. */
  day: string;
  /** Within its month. */
  number: number;
  /** From 0, Monday, to 6, Sunday. */
  weekday: number;
  kind: DayKind;
}

/** The days of each month of a year, in order. */
export function monthsOf({ year, off, worked }: WorkingYear): YearDay[][] {
  const [isOff, isWorked] = [new Set(off), new Set(worked)];
  return Array.from({ length: 12 }, (_, month) => {
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return Array.from({ length }, (_each, index): YearDay => {
      const date = new Date(Date.UTC(year, month, index + 1));
      const day = date.toISOString().slice(0, 10);
      const weekday = (date.getUTCDay() + 6) % 7;
      const plain = weekday < 5 ? 'WORKING' : 'WEEKEND';
      return { day, number: index + 1, weekday, kind: isOff.has(day) ? 'OFF' : isWorked.has(day) ? 'WORKED' : plain };
    });
  });
}

export function isWorkedOn({ kind }: YearDay): boolean {
  return kind === 'WORKING' || kind === 'WORKED';
}

/** The weeks of a month, Monday first; null where another month's days are. */
export function weeksOf(days: readonly YearDay[]): (YearDay | null)[][] {
  const before = Array.from({ length: days[0]?.weekday ?? 0 }, () => null);
  const cells = [...before, ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_each, weekday) => cells[week * 7 + weekday] ?? null),
  );
}
