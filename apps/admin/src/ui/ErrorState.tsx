import { Alert, Button } from '@mui/material';
import { apiMessages, errorSentence } from '../api/api-messages.js';
import { useMessages } from '../i18n/messages.js';
import { uiMessages } from './ui-messages.js';

/** Says what went wrong and offers to ask again. */
export function ErrorState({ error, retry }: { error: unknown; retry: () => void }) {
  const texts = useMessages(apiMessages);
  const ui = useMessages(uiMessages);
  return (
    <Alert
      severity="error"
      variant="outlined"
      sx={{ my: 2 }}
      action={
        <Button color="inherit" size="small" onClick={retry}>
          {ui.retry}
        </Button>
      }
    >
      {errorSentence(error, texts)}
    </Alert>
  );
}
