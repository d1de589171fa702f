import { Box, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { CommandDocument } from '../api/command.js';
import { useCommands } from '../api/use-command.js';
import { codeFont } from '../app/theme.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { Facts } from '../ui/Facts.js';
import { formMessages } from '../ui/form-messages.js';
import { uiMessages } from '../ui/ui-messages.js';
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

export interface ProposalDialogProps {
  answer: ProposalAnswer;
  answers: ProposalAnswers;
  /** What agreeing brings about. */
  agreeSays: string;
  enterprise: Answered;
  proposal: string;
  /** What the proposal is. */
  matter: string;
  /** What else it says, such as from which day. */
  details: readonly (readonly [label: string, value: string])[];
  onClose: () => void;
}

/** Agrees to what a colleague proposed, refuses it with a reason, or takes one's own back. */
export function ProposalDialog(props: ProposalDialogProps) {
  const { answer, answers, agreeSays, enterprise, proposal, matter, details, onClose } = props;
  const texts = useMessages(accountMessages);
  const { of } = useMessages(uiMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);

  const submit = () => {
    setTried(true);
    const on = { uscc: enterprise.uscc, proposal };
    if (answer !== 'refuse') return send(answers[answer], on);
    return reason.trim() !== '' && send(answers.refuse, { ...on, reason: reason.trim() });
  };
  const says = { agree: agreeSays, refuse: texts.refuseSays, withdraw: texts.withdrawSays };

  return (
    <CommandDialog
      title={of(texts[answer], matter)}
      says={says[answer]}
      note={<Facts entries={[[texts.enterprise, <Named key="enterprise" enterprise={enterprise} />], ...details]} />}
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

function Named({ enterprise: { uscc, name } }: { enterprise: Answered }) {
  return (
    <>
      <span>{name}</span>
      <Box component="span" sx={{ display: 'block', fontFamily: codeFont }}>
        {uscc}
      </Box>
    </>
  );
}
