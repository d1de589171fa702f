import { Button, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { Form, PasswordInput, useNotify } from 'react-admin';
import { z } from 'zod';
import type { CommandDocument } from '../api/command.js';
import type { User } from '../auth/documents.js';
import { useMessages } from '../i18n/messages.js';
import { needed } from '../ui/form-errors.js';
import { formMessages } from '../ui/form-messages.js';
import { FormRefusal } from '../ui/FormRefusal.js';
import { Section } from '../ui/Section.js';
import { useFormCommand } from '../ui/use-form-command.js';
import { changeOffice, changeRoles, resetPassword, type Proposal } from './documents.js';
import { userMessages } from './messages.js';
import { PlaceFields, placeEntries, ReasonField, reasonEntries, RoleFields, roleEntries } from './UserFields.js';

const passwordEntries = z.object({ password: z.string() });

/** The changes of an account that take more than a reason. Each is proposed, and takes effect when another agrees. */
export function ChangeForms({ user }: { user: User }) {
  const texts = useMessages(userMessages);
  const form = useMessages(formMessages);
  const { id } = user;
  return (
    <Stack sx={{ gap: 2 }}>
      <ChangeForm
        title={texts.roles}
        document={changeRoles}
        record={{ roles: user.roles }}
        read={(entries) => ({ id, ...roleEntries.extend(reasonEntries.shape).parse(entries) })}
      >
        <RoleFields />
      </ChangeForm>
      <ChangeForm
        title={texts.place}
        document={changeOffice}
        record={{ displayName: user.displayName, division: user.division.code, department: user.department }}
        read={(entries) => ({ id, ...placeEntries.extend(reasonEntries.shape).parse(entries) })}
      >
        <PlaceFields />
      </ChangeForm>
      <ChangeForm
        title={texts.newPassword}
        document={resetPassword}
        record={{}}
        read={(entries) => ({ id, ...passwordEntries.extend(reasonEntries.shape).parse(entries) })}
      >
        <PasswordInput
          source="password"
          label={texts.password}
          helperText={texts.passwordHint}
          validate={needed(form.required)}
          autoComplete="new-password"
        />
      </ChangeForm>
    </Stack>
  );
}

interface ChangeFormProps<Input> {
  title: string;
  document: CommandDocument<Input, Proposal>;
  record: object;
  /** What the form holds, as the command takes it. */
  read: (entries: unknown) => Input;
  children: ReactNode;
}

function ChangeForm<Input>({ title, document, record, read, children }: ChangeFormProps<Input>) {
  const texts = useMessages(userMessages);
  const notify = useNotify();
  const { submit, sending, refusal } = useFormCommand(document, () => notify(texts.proposed, { type: 'success' }));
  return (
    <Section title={title}>
      <Form record={record} onSubmit={(entries: unknown) => submit(read(entries))}>
        {children}
        <ReasonField />
        <FormRefusal refusal={refusal} />
        <Button type="submit" variant="outlined" loading={sending}>
          {texts.propose}
        </Button>
      </Form>
    </Section>
  );
}
