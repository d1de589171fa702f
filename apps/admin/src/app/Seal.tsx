import { Box } from '@mui/material';
import { documentFont } from './theme.js';

/** The product's mark: 兑 in a vermilion seal. */
export function Seal({ size }: { size: number }) {
  return (
    <Box
      aria-hidden
      sx={{
        width: size,
        height: size,
        flexShrink: 0,
        borderRadius: '4px',
        display: 'grid',
        placeItems: 'center',
        bgcolor: '#b23a2e',
        color: '#fff',
        fontFamily: documentFont,
        fontWeight: 700,
        fontSize: size * 0.66,
        lineHeight: 1,
      }}
    >
      兑
    </Box>
  );
}
