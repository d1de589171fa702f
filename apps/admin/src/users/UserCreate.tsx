import { Button, Card, Typography } from '@mui/material';
import { Form, TextInput, useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { FormDraft } from '../drafts/FormDraft.js';
import { useMessages } from '../i18n/messages.js';
import { needed } from '../ui/form-errors.js';
import { formMessages } from '../ui/form-messages.js';
import { Page } from '../ui/Page.js';
import { FormRefusal } from '../ui/FormRefusal.js';
import { useFormCommand } from '../ui/use-form-command.js';
import { openAccount } from './documents.js';
import { userMessages } from './messages.js';
import { PlaceFields, placeEntries, ReasonField, reasonEntries, RoleFields, roleEntries } from './UserFields.js';

const newUser = placeEntries
  .extend(roleEntries.shape)
  .extend(reasonEntries.shape)
  .extend({ username: z.string().trim() });

const DRAFT = 'user';
const KEPT = ['username', 'displayName', 'division', 'department', 'roles', 'reason'];

export function UserCreate() {
  const texts = useMessages(userMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const navigate = useNavigate();
  const { submit, sending, refusal } = useFormCommand(
    openAccount,
    () => {
      notify(texts.proposed, { type: 'success' });
      void navigate('/users');
    },
    DRAFT,
  );
  return (
    <Page title={texts.create}>
      <Card sx={{ p: 2, maxWidth: 640 }}>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
          {texts.needsSecond}
        </Typography>
        <Form onSubmit={(entries: unknown) => submit(newUser.parse(entries))} defaultValues={{ roles: [] }}>
          <FormDraft form={DRAFT} fields={KEPT} />
          <TextInput source="username" label={texts.columns.username} validate={needed(form.required)} />
          <PlaceFields />
          <RoleFields />
          <ReasonField />
          <FormRefusal refusal={refusal} />
          <Button type="submit" variant="contained" loading={sending} sx={{ mt: 1 }}>
            {texts.propose}
          </Button>
        </Form>
      </Card>
    </Page>
  );
}
