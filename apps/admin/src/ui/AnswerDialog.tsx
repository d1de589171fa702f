import type { AboutProposal, Proposed, Said } from '@duixian/casework/proposals';
import { TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { reasonDraft } from '../drafts/dialog-draft.js';
import { useMessages } from '../i18n/messages.js';
import { type AnswerCommands, useAnswerWords } from './answers.js';
import { CommandDialog } from './CommandDialog.js';
import { formMessages } from './form-messages.js';

export interface AnswerDialogProps<Kind extends Proposed, Value> {
  answer: Said;
  commands: AnswerCommands<Kind, Value>;
  about: AboutProposal<Kind>;
  title: string;
  /** What agreeing brings about and what is said then, where this proposal is not like the others of its kind. */
  agreeing?: { says: string; done?: string };
  reasonHint?: string;
  note?: ReactNode;
  onClose: () => void;
}

/** Agrees to what somebody else proposed, refuses it with a reason, or takes one's own back. */
export function AnswerDialog<Kind extends Proposed, Value>(props: AnswerDialogProps<Kind, Value>) {
  const { answer, commands, about, title, agreeing, reasonHint, note, onClose } = props;
  const { labels, says, done } = useAnswerWords(commands.kind);
  const own = answer === 'agree' ? agreeing : undefined;
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
      says={own?.says ?? says[answer]}
      note={note}
      confirmLabel={labels[answer]}
      grave={answer !== 'agree'}
      sending={sending}
      submit={submit}
      onClose={onClose}
      onDone={() => {
        notify(own?.done ?? done[answer], { type: 'success' });
        onClose();
      }}
      {...(answer === 'refuse' && {
        draft: reasonDraft(`refusal/${JSON.stringify(about)}`, reason, setReason),
        children: (problemOf) => {
          const problem = tried && reason.trim() === '' ? form.required : problemOf('reason');
          return (
            <TextField
              label={form.reason}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              error={problem !== undefined}
              helperText={problem ?? reasonHint}
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
