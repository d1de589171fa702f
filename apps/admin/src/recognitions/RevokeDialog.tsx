import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { reasonDraft } from '../drafts/dialog-draft.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { DayField } from '../ui/DayField.js';
import { formMessages } from '../ui/form-messages.js';
import { uiMessages } from '../ui/ui-messages.js';
import { proposeRecognitionRevocation } from './documents.js';
import { recognitionMessages } from './messages.js';
import { RestingClaims } from './RestingClaims.js';
import type { RecognitionList } from './fragments.js';

interface RevokeDialogProps {
  list: RecognitionList;
  /** By their place; null = all that stand. */
  entries: number[] | null;
  onClose: () => void;
  onDone: () => void;
}

/** Proposes that entries count no more from a day on, and shows which claims rest on them. */
export function RevokeDialog({ list, entries, onClose, onDone }: RevokeDialogProps) {
  const texts = useMessages(recognitionMessages);
  const ui = useMessages(uiMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (from === '' || reason.trim() === '') return false;
    return send(proposeRecognitionRevocation, { list: list.id, entries, from, reason: reason.trim() });
  };
  const title = entries === null ? texts.revokeAll : texts.revokes(ui.listed(entries.map(String)));
  return (
    <CommandDialog
      title={`${texts.revoke} · ${title}`}
      says={texts.revokeSays}
      note={<RestingClaims list={list.id} entries={entries} />}
      confirmLabel={texts.revoke}
      grave
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={reasonDraft(`revocation/${list.id}/${title}`, reason, setReason)}
      onDone={() => {
        notify(texts.revokeDone, { type: 'success' });
        onDone();
        onClose();
      }}
    >
      {(problemOf) => {
        const noDay = tried && from === '' ? form.required : problemOf('from');
        const noReason = tried && reason.trim() === '' ? form.required : (problemOf('reason') ?? problemOf('entries'));
        return (
          <>
            <DayField
              label={texts.revokeFrom}
              value={from}
              onChange={setFrom}
              problem={noDay}
              hint={texts.revokeFromHint(list.validFrom)}
              min={list.validFrom}
            />
            <TextField
              label={texts.reason}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              error={noReason !== undefined}
              helperText={noReason}
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
