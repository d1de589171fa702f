import { Box, Button, Stack, Typography } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import { beijingTime } from '../ui/beijing-time.js';
import { Notice } from '../ui/Notice.js';
import type { Draft } from './drafts.js';
import { draftMessages } from './messages.js';

interface DraftOfferProps {
  draft: Draft | null;
  onRestore: (draft: Draft) => void;
  onDiscard: () => void;
}

/** Offers what was typed here before, with when that was. */
export function DraftOffer({ draft, onRestore, onDiscard }: DraftOfferProps) {
  const texts = useMessages(draftMessages);
  if (draft === null) return null;
  return (
    <Box sx={{ my: 1 }}>
      <Notice
        tone="info"
        title={texts.offered(beijingTime(draft.writtenAt))}
        action={
          <Stack direction="row" sx={{ gap: 0.5, alignSelf: 'start', flexShrink: 0 }}>
            <Button size="small" onClick={() => onRestore(draft)}>
              {texts.restore}
            </Button>
            <Button size="small" color="inherit" onClick={onDiscard}>
              {texts.discard}
            </Button>
          </Stack>
        }
      >
        <Typography variant="caption">{texts.kept}</Typography>
      </Notice>
    </Box>
  );
}
