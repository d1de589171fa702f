import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { reasonDraft } from '../drafts/dialog-draft.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { DayField } from '../ui/DayField.js';
import { formMessages } from '../ui/form-messages.js';
import { extendRound, type RoundRow } from './documents.js';
import { roundMessages } from './messages.js';

/** Proposes that a round closes later. */
export function ExtendRoundDialog({ round, onClose }: { round: RoundRow; onClose: () => void }) {
  const texts = useMessages(roundMessages);
  const { required } = useMessages(formMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [closes, setCloses] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { policy, number } = round;
  const submit = () => {
    setTried(true);
    if (closes === '' || reason.trim() === '') return false;
    return send(extendRound, { policy, number, closes, reason: reason.trim() });
  };
  return (
    <CommandDialog
      title={`${texts.extendTitle} · ${bilingual(round.name)}`}
      says={texts.extendSays}
      confirmLabel={texts.extend}
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={reasonDraft(`round/${round.id}/extension`, reason, setReason)}
      onDone={() => {
        notify(texts.proposedDone, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => {
        const noReason = tried && reason.trim() === '' ? required : problemOf('reason');
        return (
          <>
            <DayField
              label={texts.newCloses}
              value={closes}
              onChange={setCloses}
              problem={tried && closes === '' ? required : problemOf('closes')}
              hint={texts.closedOn(round.closes)}
              min={round.closes}
            />
            <TextField
              label={texts.reason}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
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
