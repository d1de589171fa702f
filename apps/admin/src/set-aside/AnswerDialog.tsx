import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { formMessages } from '../ui/form-messages.js';
import { agreeToCorrection, type Correction, refuseCorrection } from './documents.js';
import { setAsideMessages } from './messages.js';

interface AnswerDialogProps {
  correction: Correction;
  answer: 'agree' | 'refuse';
  onClose: () => void;
}

/** A second administrator answers a proposed correction; who refuses says why. */
export function AnswerDialog({ correction, answer, onClose }: AnswerDialogProps) {
  const texts = useMessages(setAsideMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const about = { position: correction.position, proposal: correction.id };
  const refuses = answer === 'refuse';
  const lacksReason = tried && reason.trim() === '';

  const submit = () => {
    setTried(true);
    if (!refuses) return send(agreeToCorrection, about);
    return reason.trim() !== '' && send(refuseCorrection, { ...about, reason });
  };

  return (
    <CommandDialog
      title={`${refuses ? texts.refuse : texts.agree} · ${texts.at(correction.position)}`}
      says={refuses ? texts.refuseSays : texts.agreeSays}
      confirmLabel={refuses ? texts.refuse : texts.agree}
      grave={refuses}
      sending={sending}
      submit={submit}
      onClose={onClose}
      onDone={() => {
        notify(refuses ? texts.refused : texts.agreed, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) =>
        refuses && (
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
