import { Box } from '@mui/material';
import { Notice } from '../ui/Notice.js';

/** Why a step of signing in led nowhere. */
export function Problem({ problem }: { problem: string | null }) {
  if (problem === null) return null;
  return (
    <Box sx={{ mt: 1 }}>
      <Notice tone="error" title={problem} />
    </Box>
  );
}
