import type { ReactElement, ReactNode } from 'react';
import { DataTable, type Identifier, type RaRecord } from 'react-admin';
import type { ListColumn } from './list-column.js';
import { useLabelledBoxes } from './use-labelled-boxes.js';
import type { Density } from './view/arrangement.js';
import type { ArrangedList } from './view/use-arrangement.js';

interface ListTableProps<Row> {
  list: ArrangedList;
  columns: readonly ListColumn<Row>[];
  /** Where a click on a line leads; it opens below itself where it can, and otherwise leads nowhere. */
  pathOf?: (id: Identifier) => string;
  /** What a line shows below itself. */
  expand?: ReactElement;
  /** What can be done with the lines that are selected. */
  selection: ReactNode;
}

const cellsOf: Readonly<Record<Density, object>> = {
  standard: {},
  compact: { '& td': { py: 0.125 } },
  spacious: { '& td': { py: 1.5 } },
};

/** A list's lines in columns as its reader laid them out. */
export function ListTable<Row extends RaRecord>({ list, columns, pathOf, expand, selection }: ListTableProps<Row>) {
  const table = useLabelledBoxes();
  const { storeKey, isChosen, arrangement } = list;
  const Column = DataTable.Col<Row>;
  return (
    <div ref={table}>
      <DataTable<Row>
        key={storeKey}
        storeKey={storeKey}
        bulkActionButtons={<></>}
        bulkActionsToolbar={<>{selection}</>}
        rowClick={pathOf ?? (expand ? 'expand' : false)}
        {...(expand && { expand })}
        size="small"
        sx={cellsOf[arrangement.density]}
      >
        {columns.map(({ source, label, render, isSorted, isFigure, sx, on }) => (
          <Column
            key={source}
            source={source}
            label={label}
            disableSort={isSorted !== true}
            {...(isFigure && { align: 'right' })}
            sx={{ ...sx, ...(isChosen ? {} : on) }}
            render={render}
          />
        ))}
      </DataTable>
    </div>
  );
}
