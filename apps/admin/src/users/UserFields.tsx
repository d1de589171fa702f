import { CheckboxGroupInput, TextInput } from 'react-admin';
import { z } from 'zod';
import { appMessages } from '../app/app-messages.js';
import { role } from '../auth/documents.js';
import { useMessages } from '../i18n/messages.js';
import { DivisionInput } from '../policies/try/DivisionInput.js';
import { needed } from '../ui/form-errors.js';
import { formMessages } from '../ui/form-messages.js';
import { userMessages } from './messages.js';

/** What the form holds of a user beside his username. */
export const userEntries = z.object({
  displayName: z.string().trim(),
  division: z.string(),
  department: z
    .string()
    .trim()
    .nullish()
    .transform((text) => (text === undefined || text === null || text === '' ? null : text)),
  roles: z.array(role),
});

export function UserFields() {
  const texts = useMessages(userMessages);
  const form = useMessages(formMessages);
  const { roles } = useMessages(appMessages);
  return (
    <>
      <TextInput source="displayName" label={texts.columns.displayName} validate={needed(form.required)} />
      <DivisionInput source="division" label={texts.columns.division} under={null} validate={needed(form.choose)} />
      <TextInput source="department" label={texts.columns.department} helperText={texts.departmentHint} />
      <CheckboxGroupInput
        source="roles"
        label={texts.columns.roles}
        choices={role.options.map((one) => ({ id: one, name: roles[one] }))}
        validate={(value: unknown) => (Array.isArray(value) && value.length > 0 ? undefined : form.choose)}
      />
    </>
  );
}
