import { CheckboxGroupInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { exclusionsAmong } from '@duixian/office/exclusions';
import { appMessages } from '../app/app-messages.js';
import { Role } from '../api/schema/enums.generated.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { DivisionInput } from '../policies/try/DivisionInput.js';
import { choicesOf } from '../ui/choices.js';
import { needed } from '../ui/form-errors.js';
import { formMessages } from '../ui/form-messages.js';
import { Notice } from '../ui/Notice.js';
import { uiMessages } from '../ui/ui-messages.js';
import { DepartmentInput } from './DepartmentInput.js';
import { userMessages } from './messages.js';

export const placeEntries = z.object({
  displayName: z.string().trim(),
  division: z.string(),
  department: z
    .string()
    .trim()
    .nullish()
    .transform((text) => (text === undefined || text === null || text === '' ? null : text)),
});
export const roleEntries = z.object({ roles: z.array(z.enum(Role)) });
export const reasonEntries = z.object({ reason: z.string().trim() });

/** What somebody is called and where he belongs. */
export function PlaceFields() {
  const texts = useMessages(userMessages);
  const form = useMessages(formMessages);
  return (
    <>
      <TextInput source="displayName" label={texts.columns.displayName} validate={needed(form.required)} />
      <DivisionInput
        source="division"
        label={texts.columns.division}
        under={null}
        offered="offices"
        validate={needed(form.choose)}
      />
      <DepartmentInput />
    </>
  );
}

/** Which office somebody holds; two of them are explained before anything is sent. */
export function RoleFields() {
  const texts = useMessages(userMessages);
  const form = useMessages(formMessages);
  const { roles } = useMessages(appMessages);
  return (
    <>
      <CheckboxGroupInput
        source="roles"
        label={texts.columns.roles}
        helperText={texts.roleHint}
        choices={choicesOf(roles)}
        validate={(value: unknown) => (Array.isArray(value) && value.length > 0 ? undefined : form.choose)}
      />
      <ExclusionNotice />
    </>
  );
}

function ExclusionNotice() {
  const texts = useMessages(userMessages);
  const { roles: names } = useMessages(appMessages);
  const { of } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const chosen = roleEntries.safeParse({ roles: useWatch<{ roles: unknown }>({ name: 'roles' }) });
  const exclusions = chosen.success ? exclusionsAmong(chosen.data.roles.map(inside)) : [];
  if (exclusions.length === 0) return null;
  return (
    <Notice tone="warning" title={texts.excluded}>
      <ul>
        {exclusions.map(({ between, reason }) => (
          <li key={between.join()}>{of(between.map((one) => names[outside(one)]).join(' / '), bilingual(reason))}</li>
        ))}
      </ul>
    </Notice>
  );
}

type InsideRole = Parameters<typeof exclusionsAmong>[0][number];

const INSIDE: Readonly<Record<Role, InsideRole>> = {
  CLERK: 'clerk',
  REVIEWER: 'reviewer',
  FINANCE: 'finance',
  TREASURY: 'treasury',
  AUDITOR: 'auditor',
  SYSTEM_ADMINISTRATOR: 'system-administrator',
  SECURITY_ADMINISTRATOR: 'security-administrator',
  AUDIT_ADMINISTRATOR: 'audit-administrator',
};

/** The API's name of a role as the rules know it, and back. */
function inside(one: Role): InsideRole {
  return INSIDE[one];
}

function outside(one: InsideRole): Role {
  return Role.find((each) => INSIDE[each] === one) ?? 'CLERK';
}

/** Why it is proposed. */
export function ReasonField() {
  const texts = useMessages(userMessages);
  const form = useMessages(formMessages);
  return (
    <TextInput
      source="reason"
      label={texts.reason}
      helperText={texts.reasonHint}
      validate={needed(form.required)}
      multiline
    />
  );
}
