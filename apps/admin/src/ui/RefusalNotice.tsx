import { Box } from '@mui/material';
import { Notice } from './Notice.js';

/** The sentence of a refusal below a form, if there was one; it stays until the next try. */
export function RefusalNotice({ refusal }: { refusal: string | null }) {
  if (refusal === null) return null;
  return (
    <Box sx={{ my: 1 }}>
      <Notice tone="warning" title={refusal} />
    </Box>
  );
}
