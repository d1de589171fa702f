import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { reasonDraft } from '../drafts/dialog-draft.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { formMessages } from '../ui/form-messages.js';
import { splitOutClaims } from './documents.js';
import { batchMessages } from './messages.js';

interface SplitOutDialogProps {
  batch: string;
  claims: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

/** Asks why claims leave their batch. */
export function SplitOutDialog({ batch, claims, onClose, onDone }: SplitOutDialogProps) {
  const texts = useMessages(batchMessages);
  const { required } = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (reason.trim() === '') return false;
    return send(splitOutClaims, { batch, claims: [...claims], reason: reason.trim() });
  };
  return (
    <CommandDialog
      title={texts.splitTitle(claims.length)}
      says={texts.splitSays}
      confirmLabel={texts.split}
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={reasonDraft(`batch/${batch}/split`, reason, setReason)}
      onDone={() => {
        notify(texts.splitDone(claims.length), { type: 'success' });
        onDone();
      }}
    >
      {(problemOf) => {
        const problem = tried && reason.trim() === '' ? required : problemOf('reason');
        return (
          <TextField
            label={texts.reason}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            error={problem !== undefined}
            helperText={problem}
            multiline
            minRows={2}
            fullWidth
            autoFocus
            margin="dense"
          />
        );
      }}
    </CommandDialog>
  );
}
