import type { Said } from '@duixian/casework/proposals';
import { departmentName } from '@duixian/casework/names';
import { Box, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { codeFont } from '../app/theme.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { AnswerButtons } from '../ui/AnswerButtons.js';
import { AnswerDialog } from '../ui/AnswerDialog.js';
import { useAnswerWords } from '../ui/answers.js';
import { standingOf } from '../ui/proposal-standing.js';
import { Section } from '../ui/Section.js';
import { uiMessages } from '../ui/ui-messages.js';
import { recognitionAnswers } from './documents.js';
import type { RecognitionList, RecognitionProposal } from './fragments.js';
import { recognitionMessages } from './messages.js';
import { RestingClaims } from './RestingClaims.js';

interface SectionProps {
  list: RecognitionList;
}

/** What was proposed for the list, the newest first, and the answer to what is still open. */
export function ProposalsSection({ list }: SectionProps) {
  const texts = useMessages(recognitionMessages);
  return (
    <Section title={texts.proposals}>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
        {list.proposals.map((proposal) => (
          <ProposalItem key={proposal.id} list={list} proposal={proposal} />
        ))}
      </Stack>
    </Section>
  );
}

function ProposalItem({ list, proposal }: SectionProps & { proposal: RecognitionProposal }) {
  const texts = useMessages(recognitionMessages);
  const ui = useMessages(uiMessages);
  const mayAct = useMay('RECOGNITION_CHANGE') && (proposal.isMyOffice || proposal.isMine);
  const { labels } = useAnswerWords('RECOGNITION');
  const [answer, setAnswer] = useState<Said | null>(null);
  const { kind, proposedBy, proposedOn, entries, refused, from, reason, refusedBecause, standing } = proposal;
  const { title, division, department, firstNo, lastNo } = proposal;
  const isOpen = standing === 'OPEN';
  const says =
    kind === 'IMPORT'
      ? texts.proposedImport(proposedBy, proposedOn, entries, refused)
      : texts.proposedRevocation(proposedBy, proposedOn, entries, from ?? '');
  return (
    <Box component="li" sx={{ minWidth: 0 }}>
      <Typography variant="body2">{`${says} · ${standingOf(proposal, texts)}`}</Typography>
      {kind === 'IMPORT' && (
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {texts.importsFor(departmentName(division.name, department), title, firstNo ?? 0, lastNo ?? 0)}
        </Typography>
      )}
      {proposal.revokes.length > 0 && (
        <Typography variant="body2">{texts.revokes(ui.listed(proposal.revokes.map(String)))}</Typography>
      )}
      {(reason ?? refusedBecause) !== null && (
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {[reason, refusedBecause].filter((one) => one !== null).join(' → ')}
        </Typography>
      )}
      {proposal.fileHash !== null && (
        <Typography variant="caption" color="textSecondary" component="p" sx={{ overflowWrap: 'anywhere' }}>
          {proposal.fileName} · {texts.fileHash}{' '}
          <Box component="code" sx={{ fontFamily: codeFont }}>
            {proposal.fileHash}
          </Box>
        </Typography>
      )}
      {isOpen && proposal.isMine && (
        <Typography variant="body2" color="textSecondary">
          {texts.mine}
        </Typography>
      )}
      {isOpen && mayAct && <AnswerButtons isMine={proposal.isMine} kind="RECOGNITION" onChoose={setAnswer} />}
      {answer !== null && (
        <AnswerDialog
          answer={answer}
          commands={recognitionAnswers}
          about={{ list: list.id, proposal: proposal.id }}
          title={`${labels[answer]} · ${list.id}`}
          {...(kind === 'REVOCATION' && { agreeing: { says: texts.agreeRevocationSays } })}
          note={kind === 'REVOCATION' && <RestingClaims list={list.id} entries={proposal.revokes} />}
          onClose={() => setAnswer(null)}
        />
      )}
    </Box>
  );
}
