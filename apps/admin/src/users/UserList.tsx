import Add from '@mui/icons-material/Add';
import { Button, Chip, Stack, Typography } from '@mui/material';
import { SelectInput, TextInput, useListContext } from 'react-admin';
import { Link } from 'react-router';
import { appMessages } from '../app/app-messages.js';
import type { User } from '../auth/documents.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { choicesOf } from '../ui/choices.js';
import { EmptyState } from '../ui/EmptyState.js';
import { FilterBar } from '../ui/list/FilterBar.js';
import type { ListColumn } from '../ui/list/list-column.js';
import { ListPage } from '../ui/list/ListPage.js';
import { RecordCards } from '../ui/list/RecordCards.js';
import { uiMessages } from '../ui/ui-messages.js';
import { ActivationCodes } from './activation/ActivationCodes.js';
import { userMessages } from './messages.js';
import { Proposals } from './Proposals.js';
import { useUserExport } from './user-export.js';
import { defaultUserSort } from './user-source.js';

export function UserList() {
  const texts = useMessages(userMessages);
  const mayManage = useMay('USER_MANAGE');
  const create = mayManage ? (
    <Button variant="contained" startIcon={<Add />} component={Link} to="/users/create">
      {texts.create}
    </Button>
  ) : null;
  return (
    <ListPage
      title={texts.title}
      resource="users"
      sort={defaultUserSort}
      columns={useUserColumns()}
      cards={<UserCards />}
      exported={useUserExport()}
      actions={create}
      before={
        <Stack sx={{ mb: 2, gap: 2 }}>
          <ActivationCodes />
          <Proposals title={texts.queue} empty={texts.queueEmpty} filter={{ open: true }} />
        </Stack>
      }
      filters={<UserFilters />}
      empty={<EmptyState title={texts.empty} hint={texts.emptyHint} action={create} />}
    />
  );
}

function UserFilters() {
  const { filters } = useMessages(userMessages);
  const { roles } = useMessages(appMessages);
  return (
    <FilterBar>
      <TextInput source="query" label={filters.query} resettable />
      <SelectInput source="role" label={filters.role} choices={choicesOf(roles)} />
    </FilterBar>
  );
}

function useUserColumns(): readonly ListColumn<User>[] {
  const { columns } = useMessages(userMessages);
  return [
    { source: 'username', label: columns.username, isSorted: true, render: (user) => <UserLink user={user} /> },
    { source: 'displayName', label: columns.displayName, isSorted: true, render: ({ displayName }) => displayName },
    { source: 'division', label: columns.division, render: ({ division }) => division.name },
    { source: 'department', label: columns.department, render: ({ department }) => department ?? '—' },
    { source: 'roles', label: columns.roles, render: (user) => <RoleNames user={user} /> },
    { source: 'state', label: columns.state, render: ({ disabled }) => <State disabled={disabled} /> },
  ];
}

function UserCards() {
  const { data = [] } = useListContext<User>();
  return (
    <RecordCards rows={data}>
      {(user) => (
        <>
          <UserLink user={user} />
          <Typography variant="body2">
            {user.displayName} · {user.division.name} {user.department ?? ''}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            <RoleNames user={user} /> <State disabled={user.disabled} />
          </Typography>
        </>
      )}
    </RecordCards>
  );
}

/** Leads to the account and its record. */
function UserLink({ user }: { user: User }) {
  return (
    <Typography
      component={Link}
      to={`/users/${user.id}`}
      variant="body2"
      sx={{ color: 'primary.main', fontWeight: 600 }}
    >
      {user.username}
    </Typography>
  );
}

function RoleNames({ user }: { user: User }) {
  const { roles } = useMessages(appMessages);
  const { listed } = useMessages(uiMessages);
  return listed(user.roles.map((one) => roles[one]));
}

function State({ disabled }: { disabled: boolean }) {
  const texts = useMessages(userMessages);
  return (
    <Chip
      component="span"
      size="small"
      variant="outlined"
      color={disabled ? 'default' : 'success'}
      label={disabled ? texts.disabled : texts.active}
    />
  );
}
