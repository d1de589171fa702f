import { Alert } from '@mui/material';
import { useDocument } from '../api/use-document.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { uiMessages } from '../ui/ui-messages.js';
import { factChecksDocument } from './checks/documents.js';
import { checkMessages } from './checks/messages.js';
import { filesDocument } from './documents.js';
import { fileMessages } from './messages.js';

/** In a dialog, before somebody agrees: which files stand elsewhere with exactly the same content, and which facts nobody checked. */
export function FilesNote({ claim }: { claim: string }) {
  const texts = useMessages(fileMessages);
  const { listed } = useMessages(uiMessages);
  const checks = useMessages(checkMessages);
  const bilingual = useBilingual();
  const { data } = useDocument(filesDocument, { claim });
  const checked = useDocument(factChecksDocument, { claim });
  const same = (data?.claim?.files ?? []).filter(
    ({ withdrawn, sameContent, sameContentIn }) => withdrawn === null && sameContent.length + sameContentIn.length > 0,
  );
  const unchecked = (checked.data?.claim?.factChecks ?? []).filter(({ checks }) => checks.length === 0);
  return (
    <>
      {same.length > 0 && (
        <Alert severity="warning" sx={{ mb: 1, overflowWrap: 'anywhere' }}>
          {texts.sameBefore}
          {listed(same.map(({ name }) => name))}
        </Alert>
      )}
      {unchecked.length > 0 && (
        <Alert severity="info" sx={{ mb: 1, overflowWrap: 'anywhere' }}>
          {checks.unchecked}
          {listed(unchecked.map(({ label }) => bilingual(label)))}
        </Alert>
      )}
    </>
  );
}
