import type { Said } from '@duixian/casework/proposals';
import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { codeFont } from '../../app/theme.js';
import { useMessages } from '../../i18n/messages.js';
import { AnswerButtons } from '../../ui/AnswerButtons.js';
import { AnswerDialog } from '../../ui/AnswerDialog.js';
import { useAnswerWords } from '../../ui/answers.js';
import { standingOf } from '../../ui/proposal-standing.js';
import { type PolicyVersion, type VersionProposal, versionAnswers } from './documents.js';
import { versionMessages } from './messages.js';
import { ProposeVersionDialog } from './ProposeVersionDialog.js';

interface VersionItemProps {
  policy: string;
  /** First day of the document. */
  begins: string;
  /** The day from which the page shows what would come out differently: a proposal begins there. */
  from: string;
  version: PolicyVersion;
  /** Whether the official's office proposes and answers. */
  mayAct: boolean;
}

const colours = {
  IN_FORCE: 'success',
  SCHEDULED: 'info',
  FORMER: 'default',
  NEW: 'warning',
  MISSING: 'error',
} as const;

/** One version: what it decides, who proposed and agreed, and what can be done with it. */
export function VersionItem({ policy, begins, from, version, mayAct }: VersionItemProps) {
  const texts = useMessages(versionMessages);
  const [proposing, setProposing] = useState(false);
  const { standing, proposal } = version;
  const isOpen = proposal?.standing === 'OPEN';
  const says = [
    version.recordedOn === null ? null : texts.recordedOn(version.recordedOn),
    decides(version, texts),
    version.inFolder ? texts.inFolder : null,
    version.claims === null ? null : texts.missing(version.claims),
  ];
  return (
    <Box component="li" sx={{ minWidth: 0 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Chip size="small" color={colours[standing]} variant="outlined" label={texts.standings[standing]} />
        <Typography variant="body2" sx={{ fontFamily: codeFont }} title={version.version}>
          {version.version.slice(0, 12)}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {says.filter((one) => one !== null).join(' · ')}
        </Typography>
      </Stack>
      {proposal !== null && <ProposalLines policy={policy} proposal={proposal} mayAct={mayAct} />}
      {mayAct && !isOpen && standing !== 'IN_FORCE' && standing !== 'MISSING' && (
        <Button size="small" variant="outlined" sx={{ mt: 0.5 }} onClick={() => setProposing(true)}>
          {texts.propose}
        </Button>
      )}
      {proposing && (
        <ProposeVersionDialog
          policy={policy}
          begins={begins}
          day={from}
          version={version.version}
          onClose={() => setProposing(false)}
        />
      )}
    </Box>
  );
}

type Texts = (typeof versionMessages)['zh'];

function decides({ standing, from }: PolicyVersion, texts: Texts): string | null {
  if (standing === 'NEW' || standing === 'MISSING') return null;
  return from === null ? texts.fromBeginning : texts.from(from);
}

function ProposalLines({ policy, proposal, mayAct }: { policy: string; proposal: VersionProposal; mayAct: boolean }) {
  const texts = useMessages(versionMessages);
  const { labels } = useAnswerWords('POLICY_VERSION');
  const [answer, setAnswer] = useState<Said | null>(null);
  const isOpen = proposal.standing === 'OPEN';
  return (
    <Box sx={{ mt: 0.5 }}>
      <Typography variant="body2">
        {texts.proposed(proposal.proposedBy, proposal.proposedOn, proposal.from)}
        {` · ${standingOf(proposal, texts)}`}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {[proposal.reason, proposal.refusedBecause].filter((one) => one !== null).join(' → ')}
      </Typography>
      {isOpen && proposal.isMine && (
        <Typography variant="body2" color="textSecondary">
          {texts.mine}
        </Typography>
      )}
      {isOpen && mayAct && <AnswerButtons isMine={proposal.isMine} kind="POLICY_VERSION" onChoose={setAnswer} />}
      {answer !== null && (
        <AnswerDialog
          answer={answer}
          commands={versionAnswers}
          about={{ policy, proposal: proposal.id }}
          title={`${labels[answer]} · ${texts.from(proposal.from)}`}
          onClose={() => setAnswer(null)}
        />
      )}
    </Box>
  );
}
