import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../../api/use-command.js';
import { reasonDraft } from '../../drafts/dialog-draft.js';
import { useMessages } from '../../i18n/messages.js';
import { CommandDialog } from '../../ui/CommandDialog.js';
import { eraseObjector } from '../documents.js';
import type { Objection } from '../fragments.js';
import { objectionMessages } from '../objection-messages.js';

interface EraseObjectorDialogProps {
  claim: string;
  objection: Objection;
  onClose: () => void;
}

/** Asks why name and telephone of whoever objected are erased for good. */
export function EraseObjectorDialog({ claim, objection: { id, objector }, onClose }: EraseObjectorDialogProps) {
  const texts = useMessages(objectionMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [reason, setReason] = useState('');
  return (
    <CommandDialog
      title={texts.eraseTitle(objector ?? '')}
      says={texts.eraseSays}
      confirmLabel={texts.erase}
      grave
      sending={sending}
      submit={() => send(eraseObjector, { claim, objection: id, reason })}
      onClose={onClose}
      draft={reasonDraft(`objector/${claim}/${id}`, reason, setReason)}
      onDone={() => {
        notify(texts.erasedNow, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => (
        <TextField
          label={texts.eraseReason}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          error={problemOf('reason') !== undefined}
          helperText={problemOf('reason') ?? texts.eraseReasonHint}
          multiline
          minRows={2}
          fullWidth
          autoFocus
          margin="dense"
        />
      )}
    </CommandDialog>
  );
}
