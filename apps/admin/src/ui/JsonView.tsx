import { Box } from '@mui/material';
import { codeFont } from '../app/theme.js';

/** Data as it is stored. */
export function JsonView({ value }: { value: unknown }) {
  return (
    <Box
      component="pre"
      tabIndex={0}
      sx={{
        m: 0,
        mt: 0.75,
        p: 1.5,
        maxHeight: 360,
        overflow: 'auto',
        bgcolor: 'background.default',
        borderRadius: 1,
        fontFamily: codeFont,
        fontSize: '0.75rem',
        lineHeight: 1.55,
        whiteSpace: 'pre-wrap',
      }}
    >
      {JSON.stringify(value, null, 2)}
    </Box>
  );
}
