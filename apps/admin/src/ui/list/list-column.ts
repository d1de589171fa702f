import type { ReactNode } from 'react';

/** A column of a list's table; its reader hides it, shows it and moves it. */
export interface ListColumn<Row> {
  /** By what it is kept in layouts and links, and sorted. */
  source: string;
  label: string;
  render: (row: Row) => ReactNode;
  isSorted?: true;
  /** Figures stand at the right. */
  isFigure?: true;
  sx?: object;
  /** Where it is shown, as long as nobody chose the columns. */
  on?: object;
}

export const onMedium = { display: { xs: 'none', md: 'table-cell' } };
export const onWide = { display: { xs: 'none', lg: 'table-cell' } };
export const onWidest = { display: { xs: 'none', xl: 'table-cell' } };
export const oneLine = { whiteSpace: 'nowrap' };
