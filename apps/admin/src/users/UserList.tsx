import Add from '@mui/icons-material/Add';
import { Button, Chip, Stack, Typography } from '@mui/material';
import { DataTable, SelectInput, TextInput, useListContext } from 'react-admin';
import { Link } from 'react-router';
import { appMessages } from '../app/app-messages.js';
import type { User } from '../auth/documents.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { choicesOf } from '../ui/choices.js';
import { EmptyState } from '../ui/EmptyState.js';
import { FilterBar } from '../ui/list/FilterBar.js';
import { ListPage } from '../ui/list/ListPage.js';
import { RecordCards } from '../ui/list/RecordCards.js';
import { uiMessages } from '../ui/ui-messages.js';
import { useNarrow } from '../ui/use-narrow.js';
import { ActivationCodes } from './activation/ActivationCodes.js';
import { userMessages } from './messages.js';
import { Proposals } from './Proposals.js';
import { defaultUserSort } from './user-source.js';

const Column = DataTable.Col<User>;

export function UserList() {
  const texts = useMessages(userMessages);
  const narrow = useNarrow();
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
      actions={create}
      before={
        <Stack sx={{ mb: 2, gap: 2 }}>
          <ActivationCodes />
          <Proposals title={texts.queue} empty={texts.queueEmpty} filter={{ open: true }} />
        </Stack>
      }
      filters={<UserFilters />}
      empty={<EmptyState title={texts.empty} hint={texts.emptyHint} action={create} />}
    >
      {narrow ? <UserCards /> : <UserTable />}
    </ListPage>
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

function UserTable() {
  const { columns } = useMessages(userMessages);
  return (
    <DataTable<User> bulkActionButtons={false} rowClick={false} size="small">
      <Column source="username" label={columns.username} render={(user) => <UserLink user={user} />} />
      <Column source="displayName" label={columns.displayName} />
      <Column label={columns.division} disableSort render={(user) => user.division.name} />
      <Column label={columns.department} disableSort render={(user) => user.department ?? '—'} />
      <Column label={columns.roles} disableSort render={(user) => <RoleNames user={user} />} />
      <Column label={columns.state} disableSort render={(user) => <State disabled={user.disabled} />} />
    </DataTable>
  );
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
