import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { z } from 'zod';
import type { CommandDocument } from '../api/command.js';
import { useCommands } from '../api/use-command.js';
import { reasonDraft } from '../drafts/dialog-draft.js';
import { useMessages } from '../i18n/messages.js';
import { choicesOf } from '../ui/choices.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { formMessages } from '../ui/form-messages.js';
import { accountMessages } from './account-messages.js';
import { NoticeWay } from '../api/schema/enums.generated.js';
import type { GiveNotice, OnProposal } from './documents.js';

export type GiveNoticeCommand = CommandDocument<GiveNotice, { uscc: string; name: string }>;

interface NoticeDialogProps {
  giveNotice: GiveNoticeCommand;
  on: OnProposal;
  says: string;
  onClose: () => void;
}

/** Enters that the enterprise's contact was told of a proposed account or contact. */
export function NoticeDialog({ giveNotice, on, says, onClose }: NoticeDialogProps) {
  const texts = useMessages(accountMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [how, setHow] = useState<NoticeWay>('TELEPHONE');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = tried && note.trim() === '';

  const submit = () => {
    setTried(true);
    return note.trim() !== '' && send(giveNotice, { ...on, how, note: note.trim() });
  };

  return (
    <CommandDialog
      title={texts.giveNotice}
      says={says}
      confirmLabel={texts.giveNotice}
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={reasonDraft(`notice/${on.uscc}/${on.proposal}`, note, setNote)}
      onDone={() => {
        notify(texts.noticeSaved, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => (
        <>
          <TextField
            select
            label={texts.how}
            value={how}
            onChange={(event) => setHow(z.enum(NoticeWay).parse(event.target.value))}
            fullWidth
            margin="dense"
          >
            {choicesOf(texts.ways).map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            label={texts.note}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            error={isMissing || problemOf('note') !== undefined}
            helperText={isMissing ? form.required : (problemOf('note') ?? texts.noteStays)}
            multiline
            fullWidth
            margin="dense"
          />
        </>
      )}
    </CommandDialog>
  );
}
