import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Something that is shown on demand. */
export function Disclosure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box component="details" sx={{ mt: 0.5 }}>
      <Box
        component="summary"
        sx={{ cursor: 'pointer', fontSize: '0.8125rem', color: 'primary.main', width: 'fit-content' }}
      >
        {label}
      </Box>
      {children}
    </Box>
  );
}
