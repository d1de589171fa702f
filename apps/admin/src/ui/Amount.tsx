import { Box } from '@mui/material';
import type { SxProps, Theme } from '@mui/material/styles';
import { useMessages } from '../i18n/messages.js';
import { grouped } from './money.js';
import { uiMessages } from './ui-messages.js';

interface AmountProps {
  /** Yuan as the API writes it; null where there is no amount yet. */
  value: string | null;
  /** Shows the unit behind the figure, where no column heading names it. */
  unit?: boolean;
  sx?: SxProps<Theme>;
}

/** A sum of money in figures that line up. */
export function Amount({ value, unit = false, sx = {} }: AmountProps) {
  const { yuan } = useMessages(uiMessages);
  return (
    <Box component="span" sx={sx}>
      <Box component="span" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
        {value === null ? '—' : grouped(value)}
      </Box>
      {unit && value !== null && (
        <Box component="span" sx={{ fontSize: '0.85em', opacity: 0.75 }}>
          {` ${yuan}`}
        </Box>
      )}
    </Box>
  );
}
