import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, TextField } from '@mui/material';
import { useId, useRef, useState } from 'react';
import { useMessages } from '../i18n/messages.js';
import { uiMessages } from '../ui/ui-messages.js';
import type { EvidenceFile } from './documents.js';
import { accepted } from './DropArea.js';
import { fileMessages } from './messages.js';
import type { SendingFiles } from './use-sending.js';

interface SupersedeDialogProps {
  file: EvidenceFile;
  sending: SendingFiles;
  onClose: () => void;
}

/** Asks for a reason and a file that takes the place of another, of the same papers. */
export function SupersedeDialog({ file, sending, onClose }: SupersedeDialogProps) {
  const texts = useMessages(fileMessages);
  const { cancel } = useMessages(uiMessages);
  const [reason, setReason] = useState('');
  const titleId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { proves } = file;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{texts.supersedeOf(file.name)}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{texts.supersedeSays}</DialogContentText>
        <TextField
          label={texts.reason}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          multiline
          autoFocus
          fullWidth
        />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{cancel}</Button>
        <Button variant="contained" onClick={() => input.current?.click()} disabled={reason.trim() === ''}>
          {texts.choose}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept={accepted}
          onChange={({ target }) => {
            sending.begin([...(target.files ?? [])], { proves, supersedes: file.id, reason });
            onClose();
          }}
        />
      </DialogActions>
    </Dialog>
  );
}
