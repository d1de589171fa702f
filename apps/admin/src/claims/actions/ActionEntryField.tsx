import { TextField } from '@mui/material';
import { useMessages } from '../../i18n/messages.js';
import { actionMessages } from './messages.js';
import type { ActionField } from './steps.js';

interface ActionEntryFieldProps {
  field: ActionField;
  value: string;
  problem: string | undefined;
  hint: string;
  autoFocus: boolean;
  onChange: (value: string) => void;
}

export function ActionEntryField({ field, value, problem, hint, autoFocus, onChange }: ActionEntryFieldProps) {
  const texts = useMessages(actionMessages);
  const isProse = field === 'reason' || field === 'opinion' || field === 'distinction';
  return (
    <TextField
      label={texts[field]}
      value={value}
      onChange={(event) => onChange(isProse ? event.target.value : event.target.value.replace(/[,，\s]/g, ''))}
      error={problem !== undefined}
      helperText={problem ?? hint}
      autoFocus={autoFocus}
      multiline={isProse}
      minRows={isProse ? 2 : 1}
      fullWidth
      margin="dense"
      slotProps={{ htmlInput: isProse ? {} : { inputMode: 'decimal' } }}
    />
  );
}
