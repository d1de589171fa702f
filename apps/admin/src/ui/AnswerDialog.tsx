import { TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNotify } from 'react-admin';
import type { CommandDocument } from '../api/command.js';
import { useCommands } from '../api/use-command.js';
import { reasonDraft } from '../drafts/dialog-draft.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from './CommandDialog.js';
import { formMessages } from './form-messages.js';

export type ProposalAnswer = 'agree' | 'refuse' | 'withdraw';

type ForEach = Readonly<Record<ProposalAnswer, string>>;

/** The mutations that answer a proposal; `About` says which one it is. */
export interface AnswerCommands<About, Value> {
  agree: CommandDocument<About, Value>;
  refuse: CommandDocument<About & { reason: string }, Value>;
  withdraw: CommandDocument<About, Value>;
}

export interface AnswerDialogProps<About, Value> {
  answer: ProposalAnswer;
  commands: AnswerCommands<About, Value>;
  about: About;
  title: string;
  labels: ForEach;
  /** What each brings about, in a sentence. */
  says: ForEach;
  /** What is said once it is on record. */
  done: ForEach;
  reason: { label: string; hint?: string };
  note?: ReactNode;
  onClose: () => void;
}

/** Agrees to what somebody else proposed, refuses it with a reason, or takes one's own back. */
export function AnswerDialog<About, Value>(props: AnswerDialogProps<About, Value>) {
  const { answer, commands, about, title, labels, says, done, reason: texts, note, onClose } = props;
  const form = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);

  const submit = () => {
    setTried(true);
    if (answer !== 'refuse') return send(commands[answer], about);
    return reason.trim() !== '' && send(commands.refuse, { ...about, reason: reason.trim() });
  };

  return (
    <CommandDialog
      title={title}
      says={says[answer]}
      note={note}
      confirmLabel={labels[answer]}
      grave={answer !== 'agree'}
      sending={sending}
      submit={submit}
      onClose={onClose}
      onDone={() => {
        notify(done[answer], { type: 'success' });
        onClose();
      }}
      {...(answer === 'refuse' && {
        draft: reasonDraft(`refusal/${JSON.stringify(about)}`, reason, setReason),
        children: (problemOf) => {
          const problem = tried && reason.trim() === '' ? form.required : problemOf('reason');
          return (
            <TextField
              label={texts.label}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              error={problem !== undefined}
              helperText={problem ?? texts.hint}
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
