import type { Said } from '@duixian/casework/proposals';
import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../auth/use-user.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { AnswerDialog } from '../ui/AnswerDialog.js';
import { useAnswerWords } from '../ui/answers.js';
import { Notice } from '../ui/Notice.js';
import { usePersonName } from '../ui/person.js';
import { uiMessages } from '../ui/ui-messages.js';
import { officialAnswers, type Proposal } from './documents.js';
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
  const { labels } = useAnswerWords('OFFICIAL');
  const bilingual = useBilingual();
  const mayManage = useMay('USER_MANAGE');
  const [asking, setAsking] = useState<Said | null>(null);
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
            {labels.withdraw}
          </Button>
        ) : (
          <>
            <Button
              size="small"
              variant="contained"
              disabled={agreeingRefusal !== null}
              onClick={() => setAsking('agree')}
            >
              {labels.agree}
            </Button>
            <Button size="small" variant="outlined" color="error" onClick={() => setAsking('refuse')}>
              {labels.refuse}
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

interface OfficialAnswerDialogProps {
  proposal: Proposal;
  answer: Said;
  onClose: () => void;
}

function OfficialAnswerDialog({ proposal, answer, onClose }: OfficialAnswerDialogProps) {
  const texts = useMessages(userMessages);
  const { of } = useMessages(uiMessages);
  const { labels } = useAnswerWords('OFFICIAL');
  const bilingual = useBilingual();
  const withCode = WITH_CODE.has(proposal.kind);
  return (
    <AnswerDialog
      answer={answer}
      commands={officialAnswers}
      about={{ official: proposal.official, proposal: proposal.id }}
      title={of(labels[answer], bilingual(proposal.summary))}
      {...(withCode && { agreeing: { says: texts.agreeCodeSays, done: texts.agreedCode } })}
      reasonHint={texts.reasonHint}
      onClose={onClose}
    />
  );
}
