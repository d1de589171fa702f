import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { documentFont } from '../app/theme.js';

/** The words of a document, set apart from the system's own. */
export function Quotation({ children }: { children: ReactNode }) {
  return (
    <Box
      component="blockquote"
      lang="zh-CN"
      sx={{
        m: 0,
        mt: 0.75,
        pl: 1.5,
        borderLeft: '3px solid',
        borderColor: 'primary.main',
        fontFamily: documentFont,
        fontSize: '0.9375rem',
        lineHeight: 1.8,
      }}
    >
      {children}
    </Box>
  );
}
