import { addDays, parseAmount, parseDay, type Parsed, type PlainDate } from '@duixian/casework';
import type { Fen } from '@duixian/money';
import type { CsvRow } from './csv-file.js';
import type { RowPlace, RowProblem } from './row-problem.js';

/** A day that is counted from the one of the import: 今天, 今天-5, 今天+14. */
const FROM_TODAY = /^今天([+-]\d{1,3})?$/;

/** Reads the cells of one row, and keeps every problem that it meets. */
export class RowReader {
  readonly problems: RowProblem[] = [];

  /** @param today the day on which the file is imported. */
  constructor(
    private readonly row: CsvRow,
    private readonly today: PlainDate,
  ) {}

  place(column: string | null): RowPlace {
    return { file: this.row.file, line: this.row.line, column };
  }

  /** Empty where the cell or its column is. */
  text(column: string): string {
    return this.row.cells.get(column) ?? '';
  }

  required(column: string): string {
    const text = this.text(column);
    if (text === '') this.report(column, '请填写此项。', 'Fill this in.');
    return text;
  }

  /** Null where the cell is empty. */
  date(column: string): PlainDate | null {
    const text = this.text(column);
    return text === '' ? null : this.dateOf(column, text);
  }

  /** Null where the cell is empty. */
  money(column: string): Fen | null {
    const text = this.text(column);
    return text === '' ? null : this.moneyOf(column, text);
  }

  /** Of a part of the cell. */
  dateOf(column: string, part: string): PlainDate | null {
    const counted = FROM_TODAY.exec(part);
    return counted === null ? this.read(column, parseDay(part)) : addDays(this.today, Number(counted[1] ?? 0));
  }

  /** Of a part of the cell. */
  moneyOf(column: string, part: string): Fen | null {
    return this.read(column, parseAmount(part));
  }

  /** Null where the cell is empty. */
  whole(column: string): number | null {
    const text = this.text(column);
    if (text === '') return null;
    if (/^\d{1,9}$/.test(text)) return Number(text);
    this.report(column, '应为整数。', 'State a whole number.');
    return null;
  }

  private read<Value>(column: string, parsed: Parsed<Value>): Value | null {
    if (parsed.ok) return parsed.value;
    this.report(column, parsed.problem.zh, parsed.problem.en);
    return null;
  }

  report(column: string | null, zh: string, en: string): void {
    this.problems.push({ ...this.place(column), message: { zh, en } });
  }
}
