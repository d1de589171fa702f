import { figuresOf, type Figure } from './figures.js';

const UNIT = /[（(]\s*(?:单位\s*[:：])?\s*(亿元|万元|元|[%％])\s*[）)]/u;
const UNIT_OF_ALL = /单位\s*[:：]\s*(亿元|万元|元)/u;
const NUMBER = /^\d[\d,，]*(?:\.\d+)?$/u;

/** A cell of a row, and where it stands in the line without what does not count. */
interface Cell {
  readonly words: string;
  readonly start: number;
}

/**
 * The amounts of a table whose unit stands in the head of its column, or above it: 20 below 标准（万元） is 200,000 yuan.
 * Lines are given in their order; rows are those with bars or tabs.
 */
export class TableReader {
  private units: readonly (string | undefined)[] = [];
  private unitOfAll: string | undefined;

  constructor(private readonly fold: (text: string) => string) {}

  /** @param at where the line begins in the folded text. */
  read(line: string, at: number): Figure[] {
    const cells = this.cellsOf(line);
    if (cells === null) {
      this.units = [];
      // The unit of a whole table stands in the line above it.
      if (line.trim() !== '') this.unitOfAll = UNIT_OF_ALL.exec(line)?.[1];
      return [];
    }
    const heads = cells.map(({ words }) => UNIT.exec(words)?.[1]);
    if (heads.some((unit) => unit !== undefined)) {
      this.units = heads;
      return [];
    }
    return cells.flatMap((cell, column) => this.figureOf(cell, column, at));
  }

  private figureOf({ words, start }: Cell, column: number, at: number): Figure[] {
    // The first column numbers the rows, unless it has a unit of its own.
    const unit = this.units[column] ?? (column === 0 ? undefined : this.unitOfAll);
    if (unit === undefined || !NUMBER.test(words)) return [];
    return figuresOf(`${words}${unit}`).map(({ kind, value }) => ({
      kind,
      value,
      text: words,
      start: at + start,
      end: at + start + words.length,
    }));
  }

  private cellsOf(line: string): Cell[] | null {
    const separator = line.includes('|') ? '|' : line.includes('\t') ? '\t' : null;
    if (separator === null) return null;
    const inner = separator === '|' ? line.trim().replace(/^\||\|$/gu, '') : line;
    let start = 0;
    return inner.split(separator).map((each) => {
      const words = this.fold(each);
      const cell = { words, start };
      start += words.length;
      return cell;
    });
  }
}
