import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { formMessages } from '../ui/form-messages.js';
import { agreeToCorrection, type Correction, refuseCorrection, withdrawCorrection } from './documents.js';
import { setAsideMessages } from './messages.js';

export type CorrectionAnswer = 'agree' | 'refuse' | 'withdraw';

interface AnswerDialogProps {
  correction: Correction;
  answer: CorrectionAnswer;
  onClose: () => void;
}

/** A second administrator answers a proposed correction, and who refuses says why; or its proposer takes it back. */
export function AnswerDialog({ correction, answer, onClose }: AnswerDialogProps) {
  const texts = useMessages(setAsideMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const about = { position: correction.position, proposal: correction.id };
  const lacksReason = tried && reason.trim() === '';
  const says = { agree: texts.agreeSays, refuse: texts.refuseSays, withdraw: texts.withdrawSays };
  const done = { agree: texts.agreed, refuse: texts.refused, withdraw: texts.withdrawn };

  const submit = () => {
    setTried(true);
    if (answer === 'agree') return send(agreeToCorrection, about);
    if (answer === 'withdraw') return send(withdrawCorrection, about);
    return reason.trim() !== '' && send(refuseCorrection, { ...about, reason });
  };

  return (
    <CommandDialog
      title={`${texts[answer]} · ${texts.at(correction.position)}`}
      says={says[answer]}
      confirmLabel={texts[answer]}
      grave={answer !== 'agree'}
      sending={sending}
      submit={submit}
      onClose={onClose}
      onDone={() => {
        notify(done[answer], { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) =>
        answer === 'refuse' && (
          <TextField
            label={texts.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={lacksReason || problemOf('reason') !== undefined}
            helperText={lacksReason ? form.required : problemOf('reason')}
            multiline
            fullWidth
            margin="dense"
          />
        )
      }
    </CommandDialog>
  );
}
