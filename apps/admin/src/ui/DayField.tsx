import { TextField } from '@mui/material';

interface DayFieldProps {
  label: string;
  /** YYYY-MM-DD; empty while none is entered. */
  value: string;
  onChange: (day: string) => void;
  /** What is wrong with it, shown in place of the hint. */
  problem?: string | undefined;
  hint?: string;
  /** The first day that can be chosen. */
  min?: string;
}

/** A day that a dialog asks for. */
export function DayField({ label, value, onChange, problem, hint, min }: DayFieldProps) {
  return (
    <TextField
      type="date"
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={problem !== undefined}
      helperText={problem ?? hint}
      fullWidth
      margin="dense"
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { min } }}
    />
  );
}
