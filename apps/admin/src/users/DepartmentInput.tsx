import { AutocompleteInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { departmentsDocument } from '../policies/documents.js';
import { useEnded } from '../policies/try/use-divisions.js';
import { today } from '../ui/beijing-time.js';
import { userMessages } from './messages.js';

/** Chooses one of the departments of the division that is chosen; typed where nobody listed any. */
export function DepartmentInput() {
  const texts = useMessages(userMessages);
  const ended = useEnded();
  const division: unknown = useWatch({ name: 'division' });
  const held: unknown = useWatch({ name: 'department' });
  const code = typeof division === 'string' && division !== '' ? division : null;
  const query = useDocument(departmentsDocument, { division: code ?? '' }, { enabled: code !== null });
  const departments = query.data?.departments ?? [];
  const offered = departments.filter(
    ({ name, from, to }) => name === held || ((from ?? '') <= today() && (to === null || to > today())),
  );
  const field = { source: 'department', label: texts.columns.department, helperText: texts.departmentHint };
  if (offered.length === 0) return <TextInput {...field} />;
  return (
    <AutocompleteInput
      {...field}
      choices={offered.map(({ name, to }) => ({ id: name, name: ended(name, to) }))}
      emptyText=""
      fullWidth
    />
  );
}
