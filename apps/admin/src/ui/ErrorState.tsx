import { Box, Button } from '@mui/material';
import { apiMessages, errorSentence } from '../api/api-messages.js';
import { useMessages } from '../i18n/messages.js';
import { Notice } from './Notice.js';
import { uiMessages } from './ui-messages.js';

/** Says what went wrong and offers to ask again. */
export function ErrorState({ error, retry }: { error: unknown; retry: () => void }) {
  const texts = useMessages(apiMessages);
  const ui = useMessages(uiMessages);
  return (
    <Box sx={{ p: 2 }}>
      <Notice
        tone="error"
        title={errorSentence(error, texts)}
        action={
          <Button color="error" size="small" onClick={retry} sx={{ flexShrink: 0 }}>
            {ui.retry}
          </Button>
        }
      />
    </Box>
  );
}
