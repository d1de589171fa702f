import { Alert } from '@mui/material';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { uiMessages } from '../ui/ui-messages.js';
import { filesDocument } from './documents.js';
import { fileMessages } from './messages.js';

/** In a dialog, before somebody agrees: which files stand elsewhere with exactly the same content. Nothing where none does. */
export function FilesNote({ claim }: { claim: string }) {
  const texts = useMessages(fileMessages);
  const { listed } = useMessages(uiMessages);
  const { data } = useDocument(filesDocument, { claim });
  const same = (data?.claim?.files ?? []).filter(
    ({ withdrawn, sameContent, sameContentIn }) => withdrawn === null && sameContent.length + sameContentIn.length > 0,
  );
  if (same.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 1, overflowWrap: 'anywhere' }}>
      {texts.sameBefore}
      {listed(same.map(({ name }) => name))}
    </Alert>
  );
}
