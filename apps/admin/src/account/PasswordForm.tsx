import { Button } from '@mui/material';
import { Form, PasswordInput } from 'react-admin';
import { z } from 'zod';
import { useMessages } from '../i18n/messages.js';
import { needed } from '../ui/form-errors.js';
import { formMessages } from '../ui/form-messages.js';
import { FormRefusal } from '../ui/FormRefusal.js';
import { useFormCommand } from '../ui/use-form-command.js';
import { changePassword } from './documents.js';
import { accountMessages } from './messages.js';

const entries = z.object({ currentPassword: z.string(), newPassword: z.string() });

/** The change of one's own password. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const texts = useMessages(accountMessages);
  const form = useMessages(formMessages);
  const { submit, sending, refusal } = useFormCommand(changePassword, onDone);
  const same = (value: unknown, all: Record<string, unknown>) =>
    value === all.newPassword ? undefined : texts.differs;
  return (
    <Form onSubmit={(stated: unknown) => submit(entries.parse(stated))}>
      <PasswordInput
        source="currentPassword"
        label={texts.currentPassword}
        validate={needed(form.required)}
        autoComplete="current-password"
      />
      <PasswordInput
        source="newPassword"
        label={texts.newPassword}
        helperText={texts.passwordHint}
        validate={needed(form.required)}
        autoComplete="new-password"
      />
      <PasswordInput source="repeat" label={texts.repeat} validate={same} autoComplete="new-password" />
      <FormRefusal refusal={refusal} />
      <Button type="submit" variant="contained" loading={sending} sx={{ mt: 1 }}>
        {texts.change}
      </Button>
    </Form>
  );
}
