import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { formMessages } from '../ui/form-messages.js';
import { uiMessages } from '../ui/ui-messages.js';
import { contactInput } from './contact-entries.js';
import { type Enterprise, proposeContactChange } from './documents.js';
import { enterpriseMessages } from './messages.js';

/** Proposes whom to call at an enterprise. */
export function ContactDialog({ enterprise, onClose }: { enterprise: Enterprise; onClose: () => void }) {
  const texts = useMessages(enterpriseMessages);
  const form = useMessages(formMessages);
  const { optional } = useMessages(uiMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [entries, setEntries] = useState({
    name: '',
    phone: '',
    email: '',
  });
  const [tried, setTried] = useState(false);
  const fields = [
    { name: 'name', label: texts.contactName, needed: true },
    { name: 'phone', label: texts.phone, needed: true },
    { name: 'email', label: texts.email + optional, needed: false },
  ] as const;

  const submit = () => {
    setTried(true);
    const input = contactInput(entries);
    return input !== null && send(proposeContactChange, { uscc: enterprise.uscc, ...input });
  };

  return (
    <CommandDialog
      title={texts.proposeContact}
      says={texts.proposeContactSays}
      confirmLabel={texts.proposeContact}
      sending={sending}
      submit={submit}
      onClose={onClose}
      onDone={() => {
        notify(texts.contactProposed, { type: 'success' });
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
              autoFocus={name === 'name'}
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
