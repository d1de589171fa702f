import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../../api/use-command.js';
import { useMessages } from '../../i18n/messages.js';
import { CommandDialog } from '../../ui/CommandDialog.js';
import { formMessages } from '../../ui/form-messages.js';
import { agreePolicyVersion, refusePolicyVersion, type VersionProposal, withdrawPolicyVersion } from './documents.js';
import { versionMessages } from './messages.js';

export type VersionAnswer = 'agree' | 'refuse' | 'withdraw';

interface AnswerVersionDialogProps {
  policy: string;
  proposal: VersionProposal;
  answer: VersionAnswer;
  onClose: () => void;
}

/** Agrees to the version that a colleague proposed, refuses it with a reason, or takes one's own back. */
export function AnswerVersionDialog({ policy, proposal, answer, onClose }: AnswerVersionDialogProps) {
  const texts = useMessages(versionMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const says = { agree: texts.agreeSays, refuse: texts.refuseSays, withdraw: texts.withdrawSays };

  const submit = () => {
    setTried(true);
    const about = { policy, proposal: proposal.id };
    if (answer === 'agree') return send(agreePolicyVersion, about);
    if (answer === 'withdraw') return send(withdrawPolicyVersion, about);
    return reason.trim() !== '' && send(refusePolicyVersion, { ...about, reason: reason.trim() });
  };

  return (
    <CommandDialog
      title={`${texts[answer]} · ${texts.from(proposal.from)}`}
      says={says[answer]}
      confirmLabel={texts[answer]}
      grave={answer !== 'agree'}
      sending={sending}
      submit={submit}
      onClose={onClose}
      onDone={() => {
        notify(texts.done[answer], { type: 'success' });
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
