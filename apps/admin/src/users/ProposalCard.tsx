import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../auth/use-user.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { AnswerDialog, type ProposalAnswer } from '../ui/AnswerDialog.js';
import { Notice } from '../ui/Notice.js';
import { usePersonName } from '../ui/person.js';
import { uiMessages } from '../ui/ui-messages.js';
import { agreeToOfficialChange, type Proposal, refuseOfficialChange, withdrawOfficialChange } from './documents.js';
import { userMessages } from './messages.js';

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
  const mayManage = useMay('USER_MANAGE');
  const [asking, setAsking] = useState<ProposalAnswer | null>(null);
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
      {asking !== null && <OfficialAnswerDialog proposal={proposal} answer={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

/** What its owner proves himself with anew: both administrators draw a half of an activation code. */
const WITH_CODE: ReadonlySet<Proposal['kind']> = new Set(['OPENING', 'PASSWORD', 'SECOND_FACTOR']);

const commands = {
  agree: agreeToOfficialChange,
  refuse: refuseOfficialChange,
  withdraw: withdrawOfficialChange,
};

interface OfficialAnswerDialogProps {
  proposal: Proposal;
  answer: ProposalAnswer;
  onClose: () => void;
}

function OfficialAnswerDialog({ proposal, answer, onClose }: OfficialAnswerDialogProps) {
  const texts = useMessages(userMessages);
  const { of } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const withCode = WITH_CODE.has(proposal.kind);
  return (
    <AnswerDialog
      answer={answer}
      commands={commands}
      about={{ official: proposal.official, proposal: proposal.id }}
      title={of(texts[answer], bilingual(proposal.summary))}
      labels={texts}
      says={{
        agree: withCode ? texts.agreeCodeSays : texts.agreeSays,
        refuse: texts.refuseSays,
        withdraw: texts.withdrawSays,
      }}
      done={{ agree: withCode ? texts.agreedCode : texts.agreed, refuse: texts.refused, withdraw: texts.withdrawn }}
      reason={{ label: texts.reason, hint: texts.reasonHint }}
      onClose={onClose}
    />
  );
}
