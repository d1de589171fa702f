import { MenuItem, TextField } from '@mui/material';
import { useMessages } from '../../i18n/messages.js';
import { DayField } from '../../ui/DayField.js';
import { actionMessages } from './messages.js';
import type { ActionField } from './steps.js';

export interface Choice {
  id: string;
  name: string;
}

interface ActionEntryFieldProps {
  field: ActionField;
  value: string;
  problem: string | undefined;
  hint: string;
  /** Null where it is written. */
  choices: Choice[] | null;
  autoFocus: boolean;
  onChange: (value: string) => void;
}

const PROSE: readonly ActionField[] = ['reason', 'opinion', 'conditions', 'distinction', 'what', 'evidence', 'basis'];
const FIGURES: readonly ActionField[] = ['agreedAmount', 'days'];

export function ActionEntryField(props: ActionEntryFieldProps) {
  const { field, value, problem, hint, choices, autoFocus, onChange } = props;
  const texts = useMessages(actionMessages);
  if (field === 'receivedOn') {
    return <DayField label={texts[field]} value={value} problem={problem} hint={hint} onChange={onChange} />;
  }
  const isProse = PROSE.includes(field);
  const isFigure = FIGURES.includes(field);
  return (
    <TextField
      label={texts[field]}
      value={value}
      onChange={(event) => onChange(isFigure ? event.target.value.replace(/[,，\s]/g, '') : event.target.value)}
      error={problem !== undefined}
      helperText={problem ?? hint}
      autoFocus={autoFocus}
      select={choices !== null}
      multiline={isProse}
      minRows={isProse ? 2 : 1}
      fullWidth
      margin="dense"
      slotProps={{ htmlInput: isFigure ? { inputMode: 'decimal' } : {} }}
    >
      {choices?.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
