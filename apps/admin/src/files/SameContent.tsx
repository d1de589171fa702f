import { Box, Link as Anchor, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useMessages } from '../i18n/messages.js';
import { claimMessages } from '../claims/messages.js';
import { Notice } from '../ui/Notice.js';
import { uiMessages } from '../ui/ui-messages.js';
import type { EvidenceFile } from './documents.js';
import { fileMessages } from './messages.js';

/** In which other claims a file of exactly this content stands, and which other cities have one; nothing where none is. */
export function SameContent({ file: { sameContent, sameContentIn } }: { file: EvidenceFile }) {
  const texts = useMessages(fileMessages);
  const { statuses } = useMessages(claimMessages);
  const { listed } = useMessages(uiMessages);
  if (sameContent.length === 0 && sameContentIn.length === 0) return null;
  return (
    <Box sx={{ my: 1 }}>
      <Notice tone="warning" title={texts.same}>
        {sameContent.map(({ name, claim: { id, status, enterprise } }) => (
          <Typography key={id} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            <Anchor component={Link} to={`/claims/${id}/show`}>
              {id}
            </Anchor>
            {texts.sameIn(enterprise.name, statuses[status], name)}
          </Typography>
        ))}
        {sameContentIn.length > 0 && (
          <Typography variant="body2">{texts.sameElsewhere(listed(sameContentIn.map((city) => city.name)))}</Typography>
        )}
      </Notice>
    </Box>
  );
}
