import { appMessages } from '../app/app-messages.js';
import type { User } from '../auth/documents.js';
import type { ExportKind } from '../export/export-kind.js';
import { useMessages } from '../i18n/messages.js';
import { uiMessages } from '../ui/ui-messages.js';
import { userMessages } from './messages.js';

/** What is exported of the accounts: who holds which office, and whether the account is in use. */
export function useUserExport(): ExportKind<User> {
  const { title, columns, filters, active, disabled } = useMessages(userMessages);
  const { roles } = useMessages(appMessages);
  const { listed } = useMessages(uiMessages);
  return {
    title,
    columns: [
      { label: columns.username, value: ({ username }) => username },
      { label: columns.displayName, value: ({ displayName }) => displayName },
      { label: columns.division, value: ({ division }) => division.name },
      { label: columns.department, value: ({ department }) => department },
      { label: columns.roles, value: (user) => listed(user.roles.map((role) => roles[role])) },
      { label: columns.state, value: (user) => (user.disabled ? disabled : active) },
    ],
    filters,
    values: { role: roles },
  };
}
