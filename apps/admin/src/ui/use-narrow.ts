import { useMediaQuery } from '@mui/material';
import { useTheme } from '@mui/material/styles';

/** Whether a table would not fit beside the menu: it becomes cards. */
export function useNarrow(): boolean {
  return useMediaQuery(useTheme().breakpoints.down(1024));
}
