import { isPlainDate, type PlainDate } from '@duixian/casework';
import { parseYuan, type Fen } from '@duixian/money';
import type { CsvRow } from './csv-file.js';
import type { RowPlace, RowProblem } from './row-problem.js';

/** Reads the cells of one row, and keeps every problem that it meets. */
export class RowReader {
  readonly problems: RowProblem[] = [];

  constructor(private readonly row: CsvRow) {}

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
    if (text === '') return null;
    if (isPlainDate(text)) return text;
    this.report(column, '应为YYYY-MM-DD格式的真实日期。', 'State a real day as YYYY-MM-DD.');
    return null;
  }

  /** Null where the cell is empty. */
  money(column: string): Fen | null {
    const text = this.text(column);
    if (text === '') return null;
    const amount = parseYuan(text);
    if (amount === null) {
      this.report(column, '应为以元为单位、至多两位小数的金额。', 'State yuan with at most two decimals.');
    }
    return amount;
  }

  /** Null where the cell is empty. */
  whole(column: string): number | null {
    const text = this.text(column);
    if (text === '') return null;
    if (/^\d{1,9}$/.test(text)) return Number(text);
    this.report(column, '应为整数。', 'State a whole number.');
    return null;
  }

  report(column: string | null, zh: string, en: string): void {
    this.problems.push({ ...this.place(column), message: { zh, en } });
  }
}
