import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { reasonDraft } from '../drafts/dialog-draft.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { formMessages } from '../ui/form-messages.js';
import { clearExclusion, type Exclusion } from './documents.js';
import { registerMessages } from './messages.js';

/** Clears one row of a register, for one of its reasons. */
export function ClearDialog({ exclusion, onClose }: { exclusion: Exclusion; onClose: () => void }) {
  const { register, edition, row } = exclusion;
  const texts = useMessages(registerMessages);
  const form = useMessages(formMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [ground, setGround] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (ground === '' || reason.trim() === '') return false;
    const of = { register: register.id, edition: edition.id, row: row.row, uscc: row.uscc };
    return send(clearExclusion, { ...of, ground, reason: reason.trim() });
  };
  return (
    <CommandDialog
      title={texts.clearTitle(row.name)}
      says={texts.clearSays}
      confirmLabel={texts.clear}
      grave
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={reasonDraft(`exclusion/${edition.id}/${String(row.row)}`, reason, setReason)}
      onDone={() => {
        notify(texts.clearedDone, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => {
        const noGround = tried && ground === '' ? form.required : problemOf('ground');
        const noReason = tried && reason.trim() === '' ? form.required : problemOf('reason');
        return (
          <>
            <TextField
              select
              label={texts.ground}
              value={ground}
              onChange={(event) => setGround(event.target.value)}
              error={noGround !== undefined}
              helperText={noGround}
              autoFocus
              fullWidth
              margin="dense"
            >
              {register.grounds.map(({ id, name }) => (
                <MenuItem key={id} value={id}>
                  {bilingual(name)}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              label={texts.what}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              error={noReason !== undefined}
              helperText={noReason ?? texts.whatHint}
              multiline
              fullWidth
              margin="dense"
            />
          </>
        );
      }}
    </CommandDialog>
  );
}
