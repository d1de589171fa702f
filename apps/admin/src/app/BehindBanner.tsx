import { Box } from '@mui/material';
import { useSyncExternalStore } from 'react';
import { useClient } from '../api/ClientProvider.js';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { appMessages } from './app-messages.js';

/** Above a page that does not show yet what its reader has just recorded. */
export function BehindBanner() {
  const texts = useMessages(appMessages);
  const { ownWrites } = useClient();
  const isBehind = useSyncExternalStore(ownWrites.subscribe, ownWrites.isBehind);
  if (!isBehind) return null;
  return (
    <Box sx={{ px: { xs: 1.5, sm: 2.5, lg: 3 }, pt: { xs: 1.5, sm: 2 } }}>
      <Notice tone="warning" title={texts.behind} />
    </Box>
  );
}
