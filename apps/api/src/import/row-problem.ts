import type { Bilingual } from '@duixian/policy';

/** A place in a file that somebody has to look at. */
export interface RowPlace {
  /** Path within the folder that was read, with `/`. */
  readonly file: string;
  /** From 1; the header's is 1. */
  readonly line: number;
  /** Header of the column; null when the whole row is meant. */
  readonly column: string | null;
}

/** Why a row, or what it asked for, could not be taken over. The rest of the file goes on. */
export interface RowProblem extends RowPlace {
  readonly message: Bilingual;
}

/** Lines that are lost for their problems: each counts once. */
export function unreadLines({ problems }: { readonly problems: readonly RowPlace[] }): number {
  return new Set(problems.map(({ line }) => line)).size;
}

/** `claims/quanzhou-2024-7/2.csv:21 [申请金额] 请填写…。 State …` */
export function formatProblem({ file, line, column, message }: RowProblem): string {
  const cell = column === null ? '' : ` [${column}]`;
  return `${file}:${line}${cell} ${message.zh} ${message.en}`;
}

/** The same for a form: `第3行“级别”列：请填写…。` and `Line 3 (级别): …`. */
export function formatPlace({ line, column, message }: RowProblem): Bilingual {
  const cell = column === null ? { zh: '', en: '' } : { zh: `“${column}”列`, en: ` (${column})` };
  return { zh: `第${line}行${cell.zh}：${message.zh}`, en: `Line ${line}${cell.en}: ${message.en}` };
}
