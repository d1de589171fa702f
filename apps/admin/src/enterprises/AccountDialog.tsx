import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { reasonDraft } from '../drafts/dialog-draft.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { formMessages } from '../ui/form-messages.js';
import { uiMessages } from '../ui/ui-messages.js';
import { accountMessages } from './account-messages.js';
import { type Enterprise, proposeAccountChange } from './documents.js';

/** Proposes where the money of an enterprise shall go. */
export function AccountDialog({ enterprise, onClose }: { enterprise: Enterprise; onClose: () => void }) {
  const texts = useMessages(accountMessages);
  const form = useMessages(formMessages);
  const { optional } = useMessages(uiMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [entries, setEntries] = useState({
    holder: enterprise.name,
    bank: '',
    cnaps: '',
    number: '',
    holderReason: '',
  });
  const [tried, setTried] = useState(false);
  const fields = [
    { name: 'holder', label: texts.holder, needed: true },
    { name: 'bank', label: texts.bank, needed: true },
    { name: 'cnaps', label: texts.cnaps, needed: true },
    { name: 'number', label: texts.number, needed: true },
    { name: 'holderReason', label: texts.holderReason + optional, needed: false },
  ] as const;

  const submit = () => {
    setTried(true);
    if (fields.some(({ name, needed }) => needed && entries[name].trim() === '')) return false;
    const holderReason = entries.holderReason.trim();
    return send(proposeAccountChange, {
      ...entries,
      uscc: enterprise.uscc,
      holderReason: holderReason === '' ? null : holderReason,
    });
  };

  return (
    <CommandDialog
      title={texts.propose}
      says={texts.proposeSays}
      confirmLabel={texts.propose}
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={reasonDraft(`account/${enterprise.uscc}`, entries.holderReason, (holderReason) =>
        setEntries({ ...entries, holderReason }),
      )}
      onDone={() => {
        notify(texts.proposed, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) =>
        fields.map(({ name, label, needed }) => {
          const problem = tried && needed && entries[name].trim() === '' ? form.required : problemOf(name);
          return (
            <TextField
              key={name}
              label={label}
              value={entries[name]}
              onChange={(event) => setEntries({ ...entries, [name]: event.target.value })}
              error={problem !== undefined}
              helperText={problem}
              autoFocus={name === 'bank'}
              autoComplete="off"
              fullWidth
              margin="dense"
            />
          );
        })
      }
    </CommandDialog>
  );
}
