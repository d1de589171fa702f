import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { reasonDraft } from '../drafts/dialog-draft.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { formMessages } from '../ui/form-messages.js';
import { usePersonName } from '../ui/person.js';
import { type DelegationRow, endDelegation } from './documents.js';
import { delegationMessages } from './messages.js';

/** Ends a delegation before its last day. */
export function EndDialog({ delegation, onClose }: { delegation: DelegationRow; onClose: () => void }) {
  const { id, official, deputy } = delegation;
  const texts = useMessages(delegationMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const personName = usePersonName();
  const { send, sending } = useCommands();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (reason.trim() === '') return false;
    return send(endDelegation, { official: official.userId, delegation: id, reason: reason.trim() });
  };
  return (
    <CommandDialog
      title={texts.endTitle(personName(deputy))}
      says={texts.endSays}
      confirmLabel={texts.end}
      grave
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={reasonDraft(`delegation-end/${id}`, reason, setReason)}
      onDone={() => {
        notify(texts.ended, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => {
        const problem = tried && reason.trim() === '' ? form.required : problemOf('reason');
        return (
          <TextField
            label={texts.endReason}
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
