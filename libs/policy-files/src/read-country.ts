import { readFileSync } from 'node:fs';
import { levelOf, type Division } from '@duixian/policy';

const FILE = new URL('../data/divisions.csv', import.meta.url);
const LINE = /^(\d{6}),([^,]+),(\d{4}(?:-\d\d-\d\d)?)?,(\d{4}(?:-\d\d-\d\d)?)?,((?:\d{6}(?: |$))*)$/;

let country: readonly Division[] | null = null;

/** The divisions of the country with their dates, as libs/policy-files/data says. Read once in a process. */
export function readCountry(): readonly Division[] {
  country ??= parse(readFileSync(FILE, 'utf8'));
  return country;
}

function parse(text: string): Division[] {
  const lines = text.trimEnd().split('\n').slice(1);
  const codes = new Set(lines.map((line) => line.slice(0, 6)));
  return lines.map((line) => {
    const [, code = '', name = '', from, to, successors = ''] = LINE.exec(line) ?? [];
    if (code === '') throw new Error(`divisions.csv: this is no division: ${line}`);
    return {
      code,
      name,
      kind: 'administrative',
      parent: parentOf(code, codes),
      from: dayOf(from),
      to: dayOf(to),
      successors: successors === '' ? [] : successors.split(' '),
    };
  });
}

/** A year of which no day is known counts from its first. */
function dayOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  return text.length === 4 ? `${text}-01-01` : text;
}

function parentOf(code: string, codes: ReadonlySet<string>): string | null {
  const province = `${code.slice(0, 2)}0000`;
  const prefecture = `${code.slice(0, 4)}00`;
  switch (levelOf(code)) {
    case 'province':
      return null;
    case 'prefecture':
      return province;
    case 'county':
      return codes.has(prefecture) ? prefecture : province;
  }
}
