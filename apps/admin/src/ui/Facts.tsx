import { Box, Typography } from '@mui/material';
import { Fragment, type ReactNode } from 'react';

/** Names and values side by side; entries without a value are left out. */
export function Facts({ entries }: { entries: (readonly [label: string, value: ReactNode] | null)[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'fit-content(42%) minmax(0, 1fr)',
        columnGap: 2,
        rowGap: 0.75,
      }}
    >
      {entries.map((entry) =>
        entry === null ? null : (
          <Fragment key={entry[0]}>
            <Typography component="dt" variant="body2" color="textSecondary">
              {entry[0]}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, minWidth: 0 }}>
              {entry[1]}
            </Typography>
          </Fragment>
        ),
      )}
    </Box>
  );
}
