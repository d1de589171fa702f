import { Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import type { User } from '../auth/documents.js';
import { reasonDraft } from '../drafts/dialog-draft.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { Section } from '../ui/Section.js';
import {
  disableAccount,
  enableAccount,
  resetPassword,
  resetSecondFactor,
  unlockAccount,
  type Proposal,
} from './documents.js';
import { userMessages } from './messages.js';

type Access = 'unlock' | 'password' | 'secondFactor' | 'enable' | 'disable';

/** Shuts a user out, or lets him in again. */
export function AccessSection({ user }: { user: User }) {
  const texts = useMessages(userMessages);
  const [asking, setAsking] = useState<Access | null>(null);
  const actions: Access[] = user.disabled ? ['enable'] : ['unlock', 'password', 'secondFactor', 'disable'];
  return (
    <Section title={texts.access}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {user.disabled ? texts.disabled : texts.active}
      </Typography>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        {actions.map((action) => (
          <Button
            key={action}
            variant="outlined"
            color={action === 'disable' ? 'error' : 'primary'}
            onClick={() => setAsking(action)}
          >
            {texts.accessActions[action].title}
          </Button>
        ))}
      </Stack>
      {asking !== null && <AccessDialog user={user} access={asking} onClose={() => setAsking(null)} />}
    </Section>
  );
}

function AccessDialog({ user: { id }, access, onClose }: { user: User; access: Access; onClose: () => void }) {
  const texts = useMessages(userMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [reason, setReason] = useState('');
  const { title, says } = texts.accessActions[access];
  const submit = () => {
    const input = { id, reason };
    switch (access) {
      case 'unlock':
        return send(unlockAccount, input);
      case 'password':
        return send(resetPassword, input);
      case 'secondFactor':
        return send(resetSecondFactor, input);
      case 'enable':
        return send(enableAccount, input);
      case 'disable':
        return send(disableAccount, input);
    }
  };
  const doneText = (done: User | Proposal) => {
    if (!('standing' in done)) return texts.disableDone;
    return done.standing === 'AGREED' ? texts.enableDone : texts.proposed;
  };
  return (
    <CommandDialog<User | Proposal>
      title={title}
      says={says}
      confirmLabel={title}
      grave={access === 'disable'}
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={reasonDraft(`access/${id}/${access}`, reason, setReason)}
      onDone={(done) => {
        notify(doneText(done), { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => (
        <TextField
          label={texts.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={problemOf('reason') !== undefined}
          helperText={problemOf('reason') ?? texts.reasonHint}
          fullWidth
          multiline
          autoFocus
        />
      )}
    </CommandDialog>
  );
}
