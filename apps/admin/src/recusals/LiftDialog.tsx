import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { reasonDraft } from '../drafts/dialog-draft.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { formMessages } from '../ui/form-messages.js';
import { usePersonName } from '../ui/person.js';
import { type RecusalRow, liftRecusal } from './documents.js';
import { recusalMessages } from './messages.js';

/** Lifts the recusal of somebody else. */
export function LiftDialog({ recusal, onClose }: { recusal: RecusalRow; onClose: () => void }) {
  const { id, official } = recusal;
  const texts = useMessages(recusalMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const personName = usePersonName();
  const { send, sending } = useCommands();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (reason.trim() === '') return false;
    return send(liftRecusal, { official: official.userId, recusal: id, reason: reason.trim() });
  };
  return (
    <CommandDialog
      title={texts.liftTitle(personName(official))}
      says={texts.liftSays}
      confirmLabel={texts.lift}
      grave
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={reasonDraft(`recusal-lift/${id}`, reason, setReason)}
      onDone={() => {
        notify(texts.lifted, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => {
        const problem = tried && reason.trim() === '' ? form.required : problemOf('reason');
        return (
          <TextField
            label={texts.liftReason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={problem !== undefined}
            helperText={problem}
            autoFocus
            multiline
            fullWidth
            margin="dense"
          />
        );
      }}
    </CommandDialog>
  );
}
