import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { codeFont } from '../app/theme.js';
import { useMay } from '../auth/use-user.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Facts } from '../ui/Facts.js';
import { Section } from '../ui/Section.js';
import { type Enterprise, moveAnswers, type MoveProposal, type Registration } from './documents.js';
import { enterpriseMessages } from './messages.js';
import { LifeSection } from './LifeSection.js';
import { registrationMessages } from './registration-messages.js';
import { MoveDialog } from './MoveDialog.js';
import { ProposalButtons } from './ProposalButtons.js';

interface ProfileSectionProps {
  enterprise: Enterprise;
  registration: Registration | null;
}

/** Who the enterprise is and where it belonged from when. */
export function ProfileSection({ enterprise, registration }: ProfileSectionProps) {
  const texts = useMessages(enterpriseMessages);
  const bilingual = useBilingual();
  const mayMove = useMay('ENTERPRISE_MOVE');
  const { onLicence, licence: licenceLabel } = useMessages(registrationMessages);
  const [moving, setMoving] = useState(false);
  const licence = registration?.proposals.find(({ standing }) => standing === 'IN_FORCE')?.licence;
  return (
    <Section
      title={texts.profile}
      aside={
        mayMove &&
        enterprise.closure === null && (
          <Button size="small" onClick={() => setMoving(true)}>
            {texts.move}
          </Button>
        )
      }
    >
      <Facts
        entries={[
          [
            texts.columns.uscc,
            <Box key="uscc" component="span" sx={{ fontFamily: codeFont }}>
              {enterprise.uscc}
            </Box>,
          ],
          licence === undefined ? null : [licenceLabel, onLicence(licence.number, licence.issuedOn)],
          enterprise.kind === null ? null : [texts.kind, bilingual(enterprise.kind)],
          [texts.columns.division, enterprise.division.name],
          [texts.columns.registeredOn, enterprise.registeredOn],
          enterprise.moves.length === 0 ? null : [texts.moves, <Moves key="moves" enterprise={enterprise} />],
        ]}
      />
      {enterprise.moveProposals
        .filter(({ standing }) => standing === 'OPEN')
        .map((proposal) => (
          <OpenMove key={proposal.id} enterprise={enterprise} proposal={proposal} />
        ))}
      <LifeSection enterprise={enterprise} />
      {moving && (
        <MoveDialog uscc={enterprise.uscc} canCorrect={enterprise.moves.length > 0} onClose={() => setMoving(false)} />
      )}
    </Section>
  );
}

function Moves({ enterprise }: { enterprise: Enterprise }) {
  const texts = useMessages(enterpriseMessages);
  return enterprise.moves.map((move) => (
    <Box key={move.on} component="span" sx={{ display: 'block' }}>
      {texts.movedTo(move.division.name, move.on)}
    </Box>
  ));
}

function OpenMove({ enterprise, proposal }: { enterprise: Enterprise; proposal: MoveProposal }) {
  const texts = useMessages(enterpriseMessages);
  const says = texts.moveWaits(proposal.division.name, proposal.on, proposal.opensUntil);
  return (
    <Box sx={{ mt: 1.5, pt: 1, borderTop: 1, borderColor: 'divider' }}>
      <Typography variant="body2" sx={{ mb: 0.5 }}>
        {says}
      </Typography>
      <ProposalButtons
        answers={moveAnswers}
        matter={`${proposal.from.name} → ${proposal.division.name}`}
        enterprise={enterprise}
        proposal={proposal.id}
        details={[[texts.moveOn, proposal.on]]}
        isMine={proposal.isMine}
        isOpen={enterprise.closure === null}
      />
    </Box>
  );
}
