import { useMediaQuery } from '@mui/material';
import { useTheme } from '@mui/material/styles';

/** Whether the screen is a telephone's: tables become cards. */
export function useNarrow(): boolean {
  return useMediaQuery(useTheme().breakpoints.down('sm'));
}
