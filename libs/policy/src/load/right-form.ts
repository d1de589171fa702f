import type { Ratio } from '@duixian/money';

import { figuresOf, numberOf, writeFigure, type FigureKind } from '../text/figures.js';

/** The forms in which a policy writes what a document prints otherwise. */
export type Form = 'money' | 'percent' | 'count' | 'share' | 'date';

const DATE = /^(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})/u;
const COUNT = /^(?:\d{1,9}(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+)/u;
const NUMBER = /^\d{1,18}(?:\.\d+)?$/;

/** What was meant, in the form in which a policy writes it: '300000.00' for 30万; undefined where that cannot be told. */
export function rightForm(written: unknown, form: Form): string | undefined {
  const text = typeof written === 'number' ? String(written) : written;
  if (typeof text !== 'string') return undefined;
  switch (form) {
    case 'money': {
      const plain = text.replaceAll(/[,，\s元]/gu, '');
      if (NUMBER.test(plain)) return `'${Number(plain).toFixed(2)}'`;
      const yuan = figureOf(text, 'money');
      return yuan && `'${writeFigure(yuan)}'`;
    }
    case 'percent': {
      const rate = figureOf(text, 'rate');
      return rate && writeFigure(rate).replace('%', '');
    }
    case 'count': {
      const [count] = COUNT.exec(text) ?? [];
      return count === undefined ? undefined : writeFigure({ kind: 'count', value: numberOf(count) });
    }
    case 'share': {
      const rate = figureOf(text, 'rate');
      return rate && lowestTerms(rate.value);
    }
    case 'date': {
      const [, year, month, day] = DATE.exec(text) ?? [];
      return year && month && day && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    }
  }
}

function lowestTerms({ num, den }: Ratio): string {
  let [a, b] = [num, den];
  while (b !== 0n) [a, b] = [b, a % b];
  return `${num / a}/${den / a}`;
}

function figureOf(text: string, kind: FigureKind): { kind: FigureKind; value: Ratio } | undefined {
  return figuresOf(text).find((figure) => figure.kind === kind);
}
