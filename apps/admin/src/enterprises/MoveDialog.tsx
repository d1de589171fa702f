import { Checkbox, FormControlLabel, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { useMessages } from '../i18n/messages.js';
import { useDivisions } from '../policies/try/use-divisions.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { DayField } from '../ui/DayField.js';
import { formMessages } from '../ui/form-messages.js';
import { today } from '../ui/beijing-time.js';
import { proposeMove } from './documents.js';
import { enterpriseMessages } from './messages.js';

interface MoveDialogProps {
  uscc: string;
  /** Whether there is a move that can be put right. */
  canCorrect: boolean;
  onClose: () => void;
}

/** Chosen where it left the city: the standard's other divisions are too many for a list. */
const ELSEWHERE = 'elsewhere';

/** Proposes that an enterprise moved to another county or out of the city, or that its last move was entered wrongly. */
export function MoveDialog({ uscc, canCorrect, onClose }: MoveDialogProps) {
  const texts = useMessages(enterpriseMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const { choices } = useDivisions(null, 'counties');
  const [chosen, setChosen] = useState('');
  const [outside, setOutside] = useState('');
  const division = chosen === ELSEWHERE ? outside : chosen;
  const [on, setOn] = useState(today());
  const [corrects, setCorrects] = useState(false);
  const [tried, setTried] = useState(false);

  const submit = () => {
    setTried(true);
    return division !== '' && on !== '' && send(proposeMove, { uscc, division, on, corrects });
  };

  return (
    <CommandDialog
      title={texts.move}
      says={texts.moveSays}
      confirmLabel={texts.move}
      sending={sending}
      submit={submit}
      onClose={onClose}
      onDone={() => {
        notify(texts.moved, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => (
        <>
          <TextField
            select
            label={texts.moveDivision}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            error={(tried && chosen === '') || (chosen !== ELSEWHERE && problemOf('division') !== undefined)}
            helperText={tried && chosen === '' ? form.choose : chosen !== ELSEWHERE && problemOf('division')}
            fullWidth
            margin="dense"
          >
            {choices.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
            <MenuItem value={ELSEWHERE}>{texts.leavesCity}</MenuItem>
          </TextField>
          {chosen === ELSEWHERE && (
            <TextField
              label={texts.moveElsewhere}
              value={outside}
              onChange={(event) => setOutside(event.target.value.trim())}
              error={(tried && outside === '') || problemOf('division') !== undefined}
              helperText={problemOf('division') ?? texts.moveElsewhereHint}
              fullWidth
              margin="dense"
              slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 6 } }}
            />
          )}
          <DayField label={texts.moveOn} value={on} onChange={setOn} problem={problemOf('on')} />
          {canCorrect && (
            <FormControlLabel
              control={<Checkbox checked={corrects} onChange={(event) => setCorrects(event.target.checked)} />}
              label={texts.correctMove}
            />
          )}
        </>
      )}
    </CommandDialog>
  );
}
