import type { Cell, Row } from 'write-excel-file/universal';
import type { Sheet } from './sheet.js';

/** More a cell of a spreadsheet does not hold. */
const textMax = 32_767;
const nameMax = 31;
const noName = /[\\/?*[\]:]/g;
/** An amount as the API writes it, of no more digits than a spreadsheet keeps. */
const amount = /^-?\d{1,13}\.\d\d$/;
const amountFormat = '#,##0.00';
const widthMin = 8;
const widthMax = 48;
/** Signs that are as wide as two Latin ones. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/**
 * A workbook (.xlsx) with one sheet. Amounts are numbers, so that they add up; all other texts are texts, of which none is run
 * as a formula and no code loses a digit.
 *
 * @param cutOff what stands at the end of a text that a cell does not hold whole.
 */
export async function xlsxOf({ title, above, columns, rows }: Sheet, cutOff: string): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  const lines: Row[] = [
    ...above.map((line, index): Row => [{ value: line, type: String, ...(index === 0 && { fontWeight: 'bold' }) }]),
    [],
    columns.map((label): Cell => ({
      value: label,
      type: String,
      fontWeight: 'bold',
      wrap: true,
      alignVertical: 'top',
    })),
    ...rows.map((row) => row.map((value) => cellOf(value, cutOff))),
  ];
  const widths = columns.map((label, index) => ({
    width: Math.min(widthMax, Math.max(widthMin, ...[label, ...rows.map((row) => row[index])].map(widthOf))),
  }));
  const sheet = title.replaceAll(noName, ' ').slice(0, nameMax);
  return writeXlsxFile(lines, { sheet, columns: widths, stickyRowsCount: above.length + 2 }).toBlob();
}

function cellOf(value: string | number | null, cutOff: string): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (amount.test(value)) return { value: Number(value), type: Number, format: amountFormat };
  const text = value.length > textMax ? value.slice(0, textMax - cutOff.length) + cutOff : value;
  return { value: text, type: String, alignVertical: 'top' };
}

function widthOf(value: string | number | null | undefined): number {
  const [line = ''] = String(value ?? '').split('\n', 1);
  return line.length + (line.match(wide)?.length ?? 0) + 2;
}
