import { Box } from '@mui/material';

/** What people wrote, in their own lines. */
export function Prose({ text }: { text: string }) {
  return (
    <Box component="span" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {text}
    </Box>
  );
}
