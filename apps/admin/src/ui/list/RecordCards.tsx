import { Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { type RaRecord, useListContext } from 'react-admin';

/** The list as cards, for screens on which a table would not fit. */
export function RecordCards<Row extends RaRecord>({ children }: { children: (row: Row) => ReactNode }) {
  const { data = [] } = useListContext<Row>();
  return (
    <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map((row) => (
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
