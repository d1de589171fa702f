import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import type { User } from '../auth/documents.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { Section } from '../ui/Section.js';
import { disableUser, enableUser } from './documents.js';
import { userMessages } from './messages.js';

/** Shuts a user out, or lets him in again. */
export function AccessSection({ user }: { user: User }) {
  const texts = useMessages(userMessages);
  const [asking, setAsking] = useState(false);
  return (
    <Section title={texts.access}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {user.disabled ? texts.disabled : texts.active}
      </Typography>
      <Button variant="outlined" color={user.disabled ? 'primary' : 'error'} onClick={() => setAsking(true)}>
        {user.disabled ? texts.enable : texts.disable}
      </Button>
      {asking && <AccessDialog user={user} onClose={() => setAsking(false)} />}
    </Section>
  );
}

function AccessDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const texts = useMessages(userMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  // What is asked stays the question although the answer changes the user behind the dialog.
  const [disables] = useState(!user.disabled);
  return (
    <CommandDialog
      title={disables ? texts.disable : texts.enable}
      says={disables ? texts.disableSays : texts.enableSays}
      confirmLabel={disables ? texts.disable : texts.enable}
      grave={disables}
      sending={sending}
      submit={() => send(disables ? disableUser : enableUser, user.id)}
      onClose={onClose}
      onDone={() => {
        notify(disables ? texts.disableDone : texts.enableDone, { type: 'success' });
        onClose();
      }}
    />
  );
}
