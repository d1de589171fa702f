import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { FilterLiveForm } from 'react-admin';

/** Filters in a row that apply while one types; they wrap where the screen is narrow. */
export function FilterBar({ children }: { children: ReactNode }) {
  return (
    <FilterLiveForm>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(auto-fill, minmax(160px, 1fr))' },
          columnGap: 1.5,
          // What is searched for needs more room than what is chosen.
          '& > :first-of-type': { gridColumn: { xs: '1 / -1', sm: 'span 2' } },
          alignItems: 'center',
          px: 2,
          py: 1,
          borderBottom: 1,
          borderColor: 'divider',
          '& .MuiFormControl-root, & .MuiAutocomplete-root': { minWidth: 0, width: '100%' },
          '& .MuiFormControl-root.RaAutocompleteInput-textField': { minWidth: 0 },
          '& .MuiFormHelperText-root': { display: 'none' },
        }}
      >
        {children}
      </Box>
    </FilterLiveForm>
  );
}

/** For a switch among the filters: one that is off filters nothing. */
export function onOrAbsent(value: unknown): true | undefined {
  return value === true ? true : undefined;
}
