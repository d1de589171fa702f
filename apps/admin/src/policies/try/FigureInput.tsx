import { InputAdornment } from '@mui/material';
import { TextInput } from 'react-admin';

interface FigureInputProps {
  source: string;
  label: string;
  unit: string;
  /** Below the field; false: nothing. */
  helperText?: string | false;
  onBlur?: () => void;
  validate: (value: unknown) => string | undefined;
}

/** A field for a figure with its unit, which has to be filled in. Grouping commas and blanks, as copied from a table, are dropped. */
export function FigureInput({ unit, ...input }: FigureInputProps) {
  return (
    <TextInput
      {...input}
      isRequired
      fullWidth
      parse={(text: string) => text.replace(/[,，\s]/g, '')}
      slotProps={{
        input: {
          inputMode: 'decimal',
          ...(unit === '' ? {} : { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> }),
        },
      }}
    />
  );
}
