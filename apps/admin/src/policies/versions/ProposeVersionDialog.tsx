import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../../api/use-command.js';
import { reasonDraft } from '../../drafts/dialog-draft.js';
import { useMessages } from '../../i18n/messages.js';
import { CommandDialog } from '../../ui/CommandDialog.js';
import { DayField } from '../../ui/DayField.js';
import { formMessages } from '../../ui/form-messages.js';
import { proposePolicyVersion } from './documents.js';
import { versionMessages } from './messages.js';

interface ProposeVersionDialogProps {
  policy: string;
  /** First day of the document. */
  begins: string;
  /** First day to begin with. */
  day: string;
  version: string;
  onClose: () => void;
}

/** Proposes that a version decides the matters from a day on. */
export function ProposeVersionDialog({ policy, begins, day, version, onClose }: ProposeVersionDialogProps) {
  const texts = useMessages(versionMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [from, setFrom] = useState(day);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);

  const submit = () => {
    setTried(true);
    if (from === '' || reason.trim() === '') return false;
    return send(proposePolicyVersion, { policy, version, from, reason: reason.trim() });
  };

  return (
    <CommandDialog
      title={`${texts.propose} · ${version.slice(0, 12)}`}
      says={texts.proposeSays}
      confirmLabel={texts.propose}
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={reasonDraft(`policy-version/${policy}/${version}`, reason, setReason)}
      onDone={() => {
        notify(texts.proposedDone, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => {
        const noDay = tried && from === '' ? form.required : problemOf('from');
        const noReason = tried && reason.trim() === '' ? form.required : problemOf('reason');
        return (
          <>
            <DayField
              label={texts.firstDay}
              value={from}
              onChange={setFrom}
              problem={noDay}
              hint={texts.firstDayHint}
              min={begins}
            />
            <TextField
              label={texts.reason}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              error={noReason !== undefined}
              helperText={noReason ?? problemOf('version')}
              autoFocus
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
