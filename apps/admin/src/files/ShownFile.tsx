import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Link } from '@mui/material';
import { useId } from 'react';
import { useMessages } from '../i18n/messages.js';
import type { EvidenceFile } from './documents.js';
import { fileMessages } from './messages.js';

/** A picture as it is, or a PDF in the browser's own viewer. */
export function ShownFile({ file, address, onClose }: { file: EvidenceFile; address: string; onClose: () => void }) {
  const texts = useMessages(fileMessages);
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="lg" aria-labelledby={titleId}>
      <DialogTitle id={titleId} sx={{ overflowWrap: 'anywhere' }}>
        {file.name}
      </DialogTitle>
      <DialogContent sx={{ minHeight: '60vh', display: 'flex' }}>
        {file.type === 'PDF' ? (
          <Box
            component="iframe"
            title={file.name}
            src={address}
            sx={{ border: 0, flex: 1, minWidth: 0, minHeight: '60vh' }}
          />
        ) : (
          <Box component="img" alt={file.name} src={address} sx={{ maxWidth: '100%', m: 'auto' }} />
        )}
      </DialogContent>
      <DialogActions>
        <Link href={address.replace('?as=inline', '')} download={file.name} variant="body2" sx={{ mr: 'auto', ml: 2 }}>
          {texts.save}
        </Link>
        <Button onClick={onClose} autoFocus>
          {texts.close}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
