import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { Facts } from '../ui/Facts.js';
import { Notice } from '../ui/Notice.js';
import { uiMessages } from '../ui/ui-messages.js';
import { changeMessages } from './change-messages.js';
import { ChangeDialog } from './ChangeDialog.js';
import { CorrectChangeDialog } from './CorrectChangeDialog.js';
import { changeAnswers, type ChangeProposal, type Enterprise } from './documents.js';
import { ProposalButtons } from './ProposalButtons.js';

/** What became of the enterprise: its former names, in whose place it goes on, its end, and what is proposed. */
export function LifeSection({ enterprise }: { enterprise: Enterprise }) {
  const texts = useMessages(changeMessages);
  const mayChange = useMay('ENTERPRISE_MOVE');
  const [changing, setChanging] = useState(false);
  const { uscc, formerNames, predecessors, closure, changeProposals } = enterprise;
  return (
    <Box sx={{ mt: 1.5 }}>
      {closure !== null && (
        <Box sx={{ mb: 1 }}>
          <Notice tone="error" title={texts.ended(texts.kinds[closure.how], closure.on)}>
            {texts.endedSays}
            {closure.successors.length > 0 && texts.goesOn}
            <Enterprises enterprises={closure.successors} />
          </Notice>
        </Box>
      )}
      <Facts
        entries={[
          formerNames.length === 0 ? null : [texts.formerNames, <FormerNames key="names" enterprise={enterprise} />],
          predecessors.length === 0
            ? null
            : [texts.predecessors, <Enterprises key="predecessors" enterprises={predecessors} />],
        ]}
      />
      {changeProposals
        .filter(({ standing }) => standing === 'OPEN')
        .map((proposal) => (
          <OpenChange key={proposal.id} enterprise={enterprise} proposal={proposal} />
        ))}
      <Changes enterprise={enterprise} />
      {mayChange && closure === null && (
        <Button size="small" onClick={() => setChanging(true)}>
          {texts.change}
        </Button>
      )}
      {changing && <ChangeDialog uscc={uscc} onClose={() => setChanging(false)} />}
    </Box>
  );
}

/** The changes that hold, the newest first: each may have been entered wrongly. */
function Changes({ enterprise: { uscc, changeProposals } }: { enterprise: Enterprise }) {
  const texts = useMessages(changeMessages);
  const mayChange = useMay('ENTERPRISE_MOVE');
  const [correcting, setCorrecting] = useState<ChangeProposal | null>(null);
  const standing = changeProposals.filter(
    (each) => each.standing === 'IN_FORCE' && each.corrects === null && !each.isUndone,
  );
  return (
    <>
      {standing.map((change, index) => (
        <Box key={change.id} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography variant="caption" color="textSecondary">
            {texts.changedOn(texts.kinds[change.kind], change.on)}
          </Typography>
          {mayChange && (
            <Button size="small" onClick={() => setCorrecting(change)}>
              {texts.correct}
            </Button>
          )}
          {correcting?.id === change.id && (
            <CorrectChangeDialog
              uscc={uscc}
              change={change}
              canUndo={index === 0}
              onClose={() => setCorrecting(null)}
            />
          )}
        </Box>
      ))}
    </>
  );
}

function FormerNames({ enterprise: { formerNames } }: { enterprise: Enterprise }) {
  const texts = useMessages(changeMessages);
  return formerNames.map(({ name, until }) => (
    <Box key={until} component="span" sx={{ display: 'block' }}>
      {texts.until(name, until)}
    </Box>
  ));
}

function Enterprises({ enterprises }: { enterprises: { uscc: string; name: string }[] }) {
  return enterprises.map(({ uscc, name }) => (
    <Typography
      key={uscc}
      component={Link}
      to={`/enterprises/${uscc}/show`}
      variant="body2"
      sx={{ display: 'block', color: 'primary.main' }}
    >
      {`${name} ${uscc}`}
    </Typography>
  ));
}

function OpenChange({ enterprise, proposal }: { enterprise: Enterprise; proposal: ChangeProposal }) {
  const texts = useMessages(changeMessages);
  const { listed } = useMessages(uiMessages);
  const aim = listed([...(proposal.name === null ? [] : [proposal.name]), ...proposal.successors]);
  const change = aim === '' ? texts.kinds[proposal.kind] : `${texts.kinds[proposal.kind]} → ${aim}`;
  const { corrects } = proposal;
  const what = corrects === null ? change : texts.correctionOf(change, corrects.on);
  const renames = proposal.kind === 'RENAMED';
  return (
    <Box sx={{ mt: 1, pt: 1, borderTop: 1, borderColor: 'divider' }}>
      <Typography variant="body2" sx={{ mb: 0.5 }}>
        {texts.waits(what, proposal.on, proposal.opensUntil)}
      </Typography>
      <ProposalButtons
        answers={changeAnswers}
        {...(corrects !== null && { agreeSays: texts.agreeCorrectionSays })}
        {...(corrects === null && renames && { agreeSays: texts.agreeRenameSays })}
        matter={what}
        enterprise={enterprise}
        proposal={proposal.id}
        details={[[texts.on, proposal.on]]}
        isMine={proposal.isMine}
        isOpen={enterprise.closure === null || corrects !== null}
      />
    </Box>
  );
}
