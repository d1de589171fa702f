import { createRequire } from 'node:module';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

/** A province, prefecture-level city or county by its GB/T 2260 code. */
export interface DivisionRow {
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'prefecture' | 'county';
  /** The division it lies in; null for a province. */
  readonly parent: string | null;
}

const table = z.array(z.tuple([z.string().regex(/^\d{6}$/), z.string().min(1)]));

/** All divisions of the country, from the package `lcn` (MIT), which follows the Ministry of Civil Affairs. */
@Injectable()
export class Divisions {
  private readonly byCode: ReadonlyMap<string, DivisionRow>;

  constructor() {
    const rows = table.parse(createRequire(import.meta.url)('lcn/data/data-map.json'));
    this.byCode = new Map(
      rows.map(([code, name]) => [code, { code, name, level: levelOf(code), parent: parentOf(code) }]),
    );
  }

  /** The division, or one that shows its code for a name: old entries may hold a code that the standard lacks. */
  get(code: string): DivisionRow {
    return this.byCode.get(code) ?? { code, name: code, level: levelOf(code), parent: parentOf(code) };
  }

  has(code: string): boolean {
    return this.byCode.has(code);
  }

  /** What lies directly or indirectly in a division, itself included; everything when none is named. */
  under(code: string | null): DivisionRow[] {
    const prefix = code === null ? '' : officePrefix(code);
    return [...this.byCode.values()].filter((division) => division.code.startsWith(prefix));
  }

  /** The counties of a city. */
  countiesOf(city: string): DivisionRow[] {
    return this.under(city).filter(({ level }) => level === 'county');
  }
}

/** The digits that all codes under a division begin with: 350500 → 3505. */
export function officePrefix(code: string): string {
  return code.replace(/(00){1,2}$/, '');
}

function levelOf(code: string): DivisionRow['level'] {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

function parentOf(code: string): string | null {
  switch (levelOf(code)) {
    case 'province':
      return null;
    case 'prefecture':
      return `${code.slice(0, 2)}0000`;
    case 'county':
      return `${code.slice(0, 4)}00`;
  }
}
