import { Button, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { Form, useNotify } from 'react-admin';
import type { CommandDocument } from '../api/command.js';
import type { User } from '../auth/documents.js';
import { FormDraft } from '../drafts/FormDraft.js';
import { useMessages } from '../i18n/messages.js';
import { FormRefusal } from '../ui/FormRefusal.js';
import { Section } from '../ui/Section.js';
import { useFormCommand } from '../ui/use-form-command.js';
import { changeOffice, changeRoles, type Proposal } from './documents.js';
import { userMessages } from './messages.js';
import { PlaceFields, placeEntries, ReasonField, reasonEntries, RoleFields, roleEntries } from './UserFields.js';

/** The changes of an account that take more than a reason. Each is proposed, and takes effect when another agrees. */
export function ChangeForms({ user }: { user: User }) {
  const texts = useMessages(userMessages);
  const { id } = user;
  return (
    <Stack sx={{ gap: 2 }}>
      <ChangeForm
        title={texts.roles}
        draft={`user/${id}/roles`}
        document={changeRoles}
        record={{ roles: user.roles }}
        read={(entries) => ({ id, ...roleEntries.extend(reasonEntries.shape).parse(entries) })}
      >
        <RoleFields />
      </ChangeForm>
      <ChangeForm
        title={texts.place}
        draft={`user/${id}/office`}
        document={changeOffice}
        record={{ displayName: user.displayName, division: user.division.code, department: user.department }}
        read={(entries) => ({ id, ...placeEntries.extend(reasonEntries.shape).parse(entries) })}
      >
        <PlaceFields />
      </ChangeForm>
    </Stack>
  );
}

const KEPT = ['reason'];

interface ChangeFormProps<Input> {
  title: string;
  draft: string;
  document: CommandDocument<Input, Proposal>;
  record: object;
  /** What the form holds, as the command takes it. */
  read: (entries: unknown) => Input;
  children: ReactNode;
}

function ChangeForm<Input>({ title, draft, document, record, read, children }: ChangeFormProps<Input>) {
  const texts = useMessages(userMessages);
  const notify = useNotify();
  const { submit, sending, refusal } = useFormCommand(
    document,
    () => notify(texts.proposed, { type: 'success' }),
    draft,
  );
  return (
    <Section title={title}>
      <Form record={record} onSubmit={(entries: unknown) => submit(read(entries))}>
        <FormDraft form={draft} fields={KEPT} />
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
