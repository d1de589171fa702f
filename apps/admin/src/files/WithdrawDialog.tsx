import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { type EvidenceFile, withdrawFile } from './documents.js';
import { fileMessages } from './messages.js';

interface WithdrawDialogProps {
  claim: string;
  file: EvidenceFile;
  onClose: () => void;
}

/** Asks why a file was attached by mistake. */
export function WithdrawDialog({ claim, file, onClose }: WithdrawDialogProps) {
  const texts = useMessages(fileMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [reason, setReason] = useState('');
  return (
    <CommandDialog
      title={texts.withdrawOf(file.name)}
      says={texts.withdrawSays}
      confirmLabel={texts.withdraw}
      grave
      sending={sending}
      submit={() => send(withdrawFile, { claim, file: file.id, reason })}
      onClose={onClose}
      onDone={() => {
        notify(texts.withdrawnNow, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => (
        <TextField
          label={texts.reason}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          error={problemOf('reason') !== undefined}
          helperText={problemOf('reason')}
          multiline
          autoFocus
          fullWidth
        />
      )}
    </CommandDialog>
  );
}
