import type { Places } from '@duixian/policy';
import type { PlainDate } from './plain-date.js';

/** A division of GB/T 2260: six digits; city codes end in 00, province codes in 0000. */
export type Division = string;

const DIVISION = /^\d{6}$/;

export function isDivision(text: string): text is Division {
  return DIVISION.test(text);
}

/** Whether `division` is `area` or lies in it: 350582 in 350500, both in 350000. */
export function liesIn(division: Division, area: Division): boolean {
  return division.startsWith(area.replace(/(00)+$/, ''));
}

/** What people call a division on a day; its code where nobody lists it. */
export function divisionName(places: Places, code: Division, on: PlainDate): string {
  return places.find(code, on)?.name ?? code;
}
