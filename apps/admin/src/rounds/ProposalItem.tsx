import type { Said } from '@duixian/casework/proposals';
import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useMay } from '../auth/use-user.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { AnswerButtons } from '../ui/AnswerButtons.js';
import { AnswerDialog } from '../ui/AnswerDialog.js';
import { useAnswerWords } from '../ui/answers.js';
import { standingOf } from '../ui/proposal-standing.js';
import { uiMessages } from '../ui/ui-messages.js';
import { roundAnswers, type RoundProposal } from './documents.js';
import { roundMessages } from './messages.js';

/** A round that shall be opened or go on for longer, and the answer to that. */
export function ProposalItem({ proposal }: { proposal: RoundProposal }) {
  const texts = useMessages(roundMessages);
  const ui = useMessages(uiMessages);
  const bilingual = useBilingual();
  const { asOf } = useAsOf();
  const mayAct = useMay('ROUND_CHANGE') && asOf === null && (proposal.isMyOffice || proposal.isMine);
  const { labels } = useAnswerWords('ROUND');
  const [answer, setAnswer] = useState<Said | null>(null);
  const { policy, number, proposedBy, proposedOn, isExtension, before, closes, opens, reason } = proposal;
  const name = bilingual(proposal.name);
  const says = isExtension
    ? texts.proposedExtension(proposedBy, proposedOn, before ?? '', closes)
    : texts.proposedOpening(proposedBy, proposedOn);
  return (
    <Box component="li" sx={{ minWidth: 0 }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>{`${name} · ${policy}/${number}`}</Typography>
      <Typography variant="body2">{`${says} · ${standingOf(proposal, texts)}`}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {[
          ui.listed(proposal.measures.map(({ clauseId, title }) => `${clauseId} ${bilingual(title)}`)),
          `${texts.columns.days} ${texts.span(opens, closes)}`,
          `${texts.columns.period} ${texts.span(proposal.occurredFrom, proposal.occurredTo)}`,
          texts.pays[proposal.pays],
          reason,
        ]
          .filter((one) => one !== null)
          .join(' · ')}
      </Typography>
      {proposal.isMine && (
        <Typography variant="body2" color="textSecondary">
          {texts.mine}
        </Typography>
      )}
      {mayAct && <AnswerButtons isMine={proposal.isMine} kind="ROUND" onChoose={setAnswer} />}
      {answer !== null && (
        <AnswerDialog
          answer={answer}
          commands={roundAnswers}
          about={{ policy, proposal: proposal.id }}
          title={`${labels[answer]} · ${name}`}
          onClose={() => setAnswer(null)}
        />
      )}
    </Box>
  );
}
