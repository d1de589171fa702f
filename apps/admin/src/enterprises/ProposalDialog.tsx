import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { CommandDocument } from '../api/command.js';
import { useCommands } from '../api/use-command.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { formMessages } from '../ui/form-messages.js';
import { accountMessages } from './account-messages.js';
import type { OnProposal, RefuseProposal } from './change-shapes.js';

interface Answered {
  uscc: string;
  name: string;
}

export interface ProposalAnswers {
  agree: CommandDocument<OnProposal, Answered>;
  refuse: CommandDocument<RefuseProposal, Answered>;
  withdraw: CommandDocument<OnProposal, Answered>;
}

export type ProposalAnswer = keyof ProposalAnswers;

interface ProposalDialogProps {
  answer: ProposalAnswer;
  answers: ProposalAnswers;
  /** What agreeing brings about. */
  agreeSays: string;
  /** What the proposal is. */
  matter: string;
  on: OnProposal;
  onClose: () => void;
}

/** Agrees to what a colleague proposed, refuses it with a reason, or takes one's own back. */
export function ProposalDialog({ answer, answers, agreeSays, matter, on, onClose }: ProposalDialogProps) {
  const texts = useMessages(accountMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);

  const submit = () => {
    setTried(true);
    if (answer !== 'refuse') return send(answers[answer], on);
    return reason.trim() !== '' && send(answers.refuse, { ...on, reason: reason.trim() });
  };
  const says = { agree: agreeSays, refuse: texts.refuseSays, withdraw: texts.withdrawSays };

  return (
    <CommandDialog
      title={texts.of(texts[answer], matter)}
      says={says[answer]}
      confirmLabel={texts[answer]}
      grave={answer !== 'agree'}
      sending={sending}
      submit={submit}
      onClose={onClose}
      onDone={() => {
        notify(texts.answered[answer], { type: 'success' });
        onClose();
      }}
      {...(answer === 'refuse' && {
        children: (problemOf) => {
          const problem = tried && reason.trim() === '' ? form.required : problemOf('reason');
          return (
            <TextField
              label={texts.reason}
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
        },
      })}
    />
  );
}
