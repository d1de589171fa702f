import { Button, Card, Stack } from '@mui/material';
import { Form, PasswordInput, useNotify } from 'react-admin';
import { useParams } from 'react-router';
import { z } from 'zod';
import { useDocument } from '../api/use-document.js';
import type { User } from '../auth/documents.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Page } from '../ui/Page.js';
import { Section } from '../ui/Section.js';
import { RefusalNotice } from '../ui/RefusalNotice.js';
import { useFormCommand } from '../ui/use-form-command.js';
import { AccessSection } from './AccessSection.js';
import { setPassword, updateUser, userDocument } from './documents.js';
import { userMessages } from './messages.js';
import { longEnough } from './password.js';
import { UserFields, userEntries } from './UserFields.js';

export function UserEdit() {
  const texts = useMessages(userMessages);
  const { id = '' } = useParams();
  const query = useDocument(userDocument, { id });
  return (
    <Answer query={query}>
      {({ user }) => (user ? <UserView user={user} /> : <EmptyState title={texts.empty} hint={texts.emptyHint} />)}
    </Answer>
  );
}

function UserView({ user }: { user: User }) {
  const texts = useMessages(userMessages);
  return (
    <Page title={texts.edit(user.username)}>
      <Stack sx={{ gap: 2, maxWidth: 640 }}>
        <DetailsForm user={user} />
        <PasswordForm user={user} />
        <AccessSection user={user} />
      </Stack>
    </Page>
  );
}

function DetailsForm({ user }: { user: User }) {
  const texts = useMessages(userMessages);
  const notify = useNotify();
  const { submit, sending, refusal } = useFormCommand(updateUser, () => notify(texts.saved, { type: 'success' }));
  return (
    <Card sx={{ p: 2 }}>
      <Form
        record={{ ...user, division: user.division.code }}
        onSubmit={(entries: unknown) => submit({ id: user.id, ...userEntries.parse(entries) })}
      >
        <UserFields />
        <RefusalNotice refusal={refusal} />
        <Button type="submit" variant="contained" loading={sending} sx={{ mt: 1 }}>
          {texts.save}
        </Button>
      </Form>
    </Card>
  );
}

const newPassword = z.object({ password: z.string() });

function PasswordForm({ user }: { user: User }) {
  const texts = useMessages(userMessages);
  const notify = useNotify();
  const { submit, sending, refusal } = useFormCommand(setPassword, () =>
    notify(texts.passwordSet, { type: 'success' }),
  );
  return (
    <Section title={texts.newPassword}>
      <Form onSubmit={(entries: unknown) => submit({ id: user.id, ...newPassword.parse(entries) })}>
        <PasswordInput
          source="password"
          label={texts.password}
          helperText={texts.passwordHint}
          validate={longEnough(texts.passwordShort)}
          autoComplete="new-password"
        />
        <RefusalNotice refusal={refusal} />
        <Button type="submit" variant="outlined" loading={sending}>
          {texts.setPassword}
        </Button>
      </Form>
    </Section>
  );
}
