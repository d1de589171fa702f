import { Box, Button, Chip, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router';
import { useCommands } from '../api/use-command.js';
import { useMay } from '../auth/use-user.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { Notice } from '../ui/Notice.js';
import { usePersonName } from '../ui/person.js';
import { uiMessages } from '../ui/ui-messages.js';
import { agreeToOfficialChange, type Proposal, refuseOfficialChange, withdrawOfficialChange } from './documents.js';
import { userMessages } from './messages.js';

type Answer = 'agree' | 'refuse' | 'withdraw';

/** What was proposed for an account, why and by whom, and what can be said of it. */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const texts = useMessages(userMessages);
  const ui = useMessages(uiMessages);
  const bilingual = useBilingual();
  const personName = usePersonName();
  const { username, displayName, proposedBy, answeredBy, answeredOn, standing, opensUntil, proposedOn } = proposal;
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="body2" component={Link} to={`/users/${proposal.official}`} sx={{ fontWeight: 650 }}>
          {personName({ displayName, username })}
        </Typography>
        <Typography variant="body2">{bilingual(proposal.summary)}</Typography>
        <Chip size="small" variant="outlined" label={texts.standings[standing]} />
      </Stack>
      <Typography variant="body2">{proposal.reason}</Typography>
      <Typography variant="caption" color="textSecondary" component="div">
        {texts.proposedBy(personName(proposedBy), proposedOn, opensUntil)}
      </Typography>
      {answeredBy !== null && (
        <Typography variant="caption" color="textSecondary" component="div">
          {ui.of(texts.standings[standing], texts.answeredBy(personName(answeredBy), answeredOn ?? ''))}{' '}
          {proposal.answerReason}
        </Typography>
      )}
      {proposal.lookalikes.length > 0 && standing === 'OPEN' && (
        <Notice tone="warning" title={texts.lookalikes(ui.listed(proposal.lookalikes))} />
      )}
      {standing === 'OPEN' && <Answers proposal={proposal} />}
    </Box>
  );
}

function Answers({ proposal }: { proposal: Proposal }) {
  const texts = useMessages(userMessages);
  const bilingual = useBilingual();
  const mayManage = useMay('user.manage');
  const [asking, setAsking] = useState<Answer | null>(null);
  if (!mayManage) return null;
  const { agreeingRefusal, isYours } = proposal;
  return (
    <>
      {agreeingRefusal !== null && !isYours && (
        <Typography variant="caption" color="textSecondary" component="div">
          {bilingual(agreeingRefusal)}
        </Typography>
      )}
      <Stack direction="row" sx={{ gap: 1, mt: 1 }}>
        {isYours ? (
          <Button size="small" variant="outlined" onClick={() => setAsking('withdraw')}>
            {texts.withdraw}
          </Button>
        ) : (
          <>
            <Button
              size="small"
              variant="contained"
              disabled={agreeingRefusal !== null}
              onClick={() => setAsking('agree')}
            >
              {texts.agree}
            </Button>
            <Button size="small" variant="outlined" color="error" onClick={() => setAsking('refuse')}>
              {texts.refuse}
            </Button>
          </>
        )}
      </Stack>
      {asking !== null && <AnswerDialog proposal={proposal} answer={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

interface AnswerDialogProps {
  proposal: Proposal;
  answer: Answer;
  onClose: () => void;
}

function AnswerDialog({ proposal: { id: proposal, official, summary }, answer, onClose }: AnswerDialogProps) {
  const texts = useMessages(userMessages);
  const { of } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [reason, setReason] = useState('');
  const words = {
    agree: { title: texts.agree, says: texts.agreeSays, done: texts.agreed },
    refuse: { title: texts.refuse, says: texts.refuseSays, done: texts.refused },
    withdraw: { title: texts.withdraw, says: texts.withdrawSays, done: texts.withdrawn },
  }[answer];
  const submit = () => {
    const input = { official, proposal };
    if (answer === 'refuse') return send(refuseOfficialChange, { ...input, reason });
    return send(answer === 'agree' ? agreeToOfficialChange : withdrawOfficialChange, input);
  };
  const shared = {
    title: of(words.title, bilingual(summary)),
    says: words.says,
    confirmLabel: words.title,
    grave: answer === 'refuse',
    sending,
    submit,
    onClose,
    onDone: () => {
      notify(words.done, { type: 'success' });
      onClose();
    },
  };
  if (answer !== 'refuse') return <CommandDialog {...shared} />;
  return (
    <CommandDialog {...shared}>
      {(problemOf) => (
        <TextField
          label={texts.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={problemOf('reason') !== undefined}
          helperText={problemOf('reason') ?? texts.reasonHint}
          fullWidth
          multiline
          autoFocus
        />
      )}
    </CommandDialog>
  );
}
