import { Stack } from '@mui/material';
import type { ReactNode } from 'react';
import type { RaRecord } from 'react-admin';

interface RecordCardsProps<Row extends RaRecord> {
  rows: Row[];
  children: (row: Row) => ReactNode;
}

/** The list as cards, for screens on which a table would not fit. */
export function RecordCards<Row extends RaRecord>({ rows, children }: RecordCardsProps<Row>) {
  return (
    <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows.map((row) => (
        <Stack
          key={row.id}
          component="li"
          sx={{ gap: 0.5, px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { border: 0 } }}
        >
          {children(row)}
        </Stack>
      ))}
    </Stack>
  );
}
