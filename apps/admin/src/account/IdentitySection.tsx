import { Alert, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useLocation } from 'react-router';
import { identityMessages, problemIn } from '../auth/identity-messages.js';
import { useMessages } from '../i18n/messages.js';
import { beijingTime } from '../ui/beijing-time.js';
import { Section } from '../ui/Section.js';
import { type Account, linkIdentity, unlinkIdentity } from './documents.js';
import { ProofForm } from './ProofForm.js';

interface Props {
  provider: NonNullable<Account['identityProvider']>;
  /** Whether there is a second factor, whose code is asked for as well. */
  enrolled: boolean;
  onDone: () => void;
}

/** One's identity at the provider: linked and unlinked by its owner, who proves himself for either. */
export function IdentitySection({ provider: { name, linkedAt }, enrolled, onDone }: Props) {
  const texts = useMessages(identityMessages);
  const notify = useNotify();
  const [doing, setDoing] = useState<'link' | 'unlink' | null>(null);
  const { search } = useLocation();
  const problem = problemIn(search, texts.problems);
  const isDone = new URLSearchParams(search).get('identity') === 'linked' && linkedAt !== null;
  return (
    <Section
      title={texts.title}
      aside={
        linkedAt !== null && (
          <Typography variant="caption" color="textSecondary">
            {texts.since(beijingTime(linkedAt))}
          </Typography>
        )
      }
    >
      {problem !== null && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {problem}
        </Alert>
      )}
      {isDone && (
        <Alert severity="success" sx={{ mb: 1 }}>
          {texts.done}
        </Alert>
      )}
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {linkedAt === null ? texts.notLinked(name) : texts.linked(name)}
      </Typography>
      {doing === null && (
        <Button variant="outlined" onClick={() => setDoing(linkedAt === null ? 'link' : 'unlink')}>
          {linkedAt === null ? texts.link : texts.unlink}
        </Button>
      )}
      {doing === 'link' && (
        <ProofForm
          document={linkIdentity}
          enrolled={enrolled}
          label={texts.goThere(name)}
          onDone={({ url }) => window.location.assign(url)}
        />
      )}
      {doing === 'unlink' && (
        <ProofForm
          document={unlinkIdentity}
          enrolled={enrolled}
          label={texts.unlink}
          onDone={() => {
            notify(texts.undone, { type: 'success' });
            setDoing(null);
            onDone();
          }}
        />
      )}
      {doing !== null && (
        <Stack direction="row">
          <Button onClick={() => setDoing(null)}>{texts.cancel}</Button>
        </Stack>
      )}
    </Section>
  );
}
