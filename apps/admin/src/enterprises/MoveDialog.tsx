import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { divisionsDocument } from '../policies/documents.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { formMessages } from '../ui/form-messages.js';
import { today } from '../ui/beijing-time.js';
import { moveEnterprise } from './documents.js';
import { enterpriseMessages } from './messages.js';

/** Records that an enterprise moved to another county of the city. */
export function MoveDialog({ uscc, onClose }: { uscc: string; onClose: () => void }) {
  const texts = useMessages(enterpriseMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const divisions = useDocument(divisionsDocument, { under: null });
  const [division, setDivision] = useState('');
  const [on, setOn] = useState(today());
  const [tried, setTried] = useState(false);

  const submit = () => {
    setTried(true);
    return division !== '' && on !== '' && send(moveEnterprise, { uscc, division, on });
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
            value={division}
            onChange={(event) => setDivision(event.target.value)}
            error={(tried && division === '') || problemOf('division') !== undefined}
            helperText={tried && division === '' ? form.choose : problemOf('division')}
            fullWidth
            margin="dense"
          >
            {(divisions.data?.divisions ?? []).map((one) => (
              <MenuItem key={one.code} value={one.code}>
                {one.name} {one.code}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            type="date"
            label={texts.moveOn}
            value={on}
            onChange={(event) => setOn(event.target.value)}
            error={problemOf('on') !== undefined}
            helperText={problemOf('on')}
            fullWidth
            margin="dense"
            slotProps={{ inputLabel: { shrink: true } }}
          />
        </>
      )}
    </CommandDialog>
  );
}
