import { downloadCSV } from 'react-admin';
import { useMessages } from '../i18n/messages.js';
import { csvOf } from './csv.js';
import { exportMessages } from './messages.js';
import type { FileFormat, Sheet } from './sheet.js';
import { xlsxOf } from './xlsx.js';

/** Gives the function that hands a table to the browser as a file, named by its title and the position of the log. */
export function useDownload(): (sheet: Sheet, position: string, format: FileFormat) => Promise<void> {
  const { cutOff } = useMessages(exportMessages);
  return async (sheet, position, format) => {
    const name = `${sheet.title}-${position}`;
    if (format === 'xlsx') {
      download(await xlsxOf(sheet, cutOff), `${name}.xlsx`);
      return;
    }
    const rows = sheet.rows.map((row) => row.map((value) => String(value ?? '')));
    downloadCSV(csvOf([...sheet.above.map((line) => [line]), [], sheet.columns, ...rows]), name);
  };
}

function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
