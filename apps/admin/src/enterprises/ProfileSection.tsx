import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { codeFont } from '../app/theme.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { Facts } from '../ui/Facts.js';
import { Section } from '../ui/Section.js';
import type { Enterprise } from './documents.js';
import { enterpriseMessages } from './messages.js';
import { MoveDialog } from './MoveDialog.js';

/** Who the enterprise is and where it belonged from when. */
export function ProfileSection({ enterprise }: { enterprise: Enterprise }) {
  const texts = useMessages(enterpriseMessages);
  const mayMove = useMay('enterprise.move');
  const [moving, setMoving] = useState(false);
  return (
    <Section
      title={texts.profile}
      aside={
        mayMove && (
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
          [texts.columns.division, enterprise.division.name],
          [texts.columns.registeredOn, enterprise.registeredOn],
          enterprise.moves.length === 0 ? null : [texts.moves, <Moves key="moves" enterprise={enterprise} />],
        ]}
      />
      {moving && <MoveDialog uscc={enterprise.uscc} onClose={() => setMoving(false)} />}
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
