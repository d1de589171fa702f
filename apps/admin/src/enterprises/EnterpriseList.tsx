import Add from '@mui/icons-material/Add';
import { Button, Typography } from '@mui/material';
import { TextInput, useListContext } from 'react-admin';
import { Link } from 'react-router';
import { codeFont } from '../app/theme.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { DivisionInput } from '../policies/try/DivisionInput.js';
import { EmptyState } from '../ui/EmptyState.js';
import { FilterBar } from '../ui/list/FilterBar.js';
import type { ListColumn } from '../ui/list/list-column.js';
import { ListPage } from '../ui/list/ListPage.js';
import { RecordCards } from '../ui/list/RecordCards.js';
import type { EnterpriseRecord } from './documents.js';
import { useEnterpriseExport } from './enterprise-export.js';
import { defaultEnterpriseSort } from './enterprise-source.js';
import { enterpriseMessages } from './messages.js';

export function EnterpriseList() {
  const texts = useMessages(enterpriseMessages);
  const mayRegister = useMay('ENTERPRISE_REGISTER');
  const register = mayRegister ? (
    <Button variant="contained" startIcon={<Add />} component={Link} to="/enterprises/create">
      {texts.register}
    </Button>
  ) : null;
  return (
    <ListPage
      title={texts.title}
      resource="enterprises"
      sort={defaultEnterpriseSort}
      columns={useEnterpriseColumns()}
      cards={<EnterpriseCards />}
      exported={useEnterpriseExport()}
      pathOf={(id) => `/enterprises/${id}/show`}
      actions={register}
      filters={
        <FilterBar>
          <TextInput source="query" label={texts.filters.query} resettable />
          <DivisionInput source="division" label={texts.filters.division} under={null} offered="ever" />
        </FilterBar>
      }
      empty={<EmptyState title={texts.empty} hint={texts.emptyHint} action={register} />}
    />
  );
}

const code = { fontFamily: codeFont, fontSize: '0.8125rem' };

function useEnterpriseColumns(): readonly ListColumn<EnterpriseRecord>[] {
  const { columns } = useMessages(enterpriseMessages);
  return [
    {
      source: 'name',
      label: columns.name,
      isSorted: true,
      render: (enterprise) => <EnterpriseLink enterprise={enterprise} />,
    },
    { source: 'uscc', label: columns.uscc, isSorted: true, sx: code, render: ({ uscc }) => uscc },
    { source: 'division', label: columns.division, render: ({ division }) => division.name },
    { source: 'registeredOn', label: columns.registeredOn, render: ({ registeredOn }) => registeredOn },
  ];
}

function EnterpriseCards() {
  const { data = [] } = useListContext<EnterpriseRecord>();
  return (
    <RecordCards rows={data}>
      {(enterprise) => (
        <>
          <EnterpriseLink enterprise={enterprise} />
          <Typography variant="body2" color="textSecondary">
            {enterprise.uscc} · {enterprise.division.name}
          </Typography>
        </>
      )}
    </RecordCards>
  );
}

function EnterpriseLink({ enterprise }: { enterprise: EnterpriseRecord }) {
  return (
    <Typography
      component={Link}
      to={`/enterprises/${enterprise.uscc}/show`}
      variant="body2"
      sx={{ fontWeight: 600, color: 'primary.main' }}
    >
      {enterprise.name}
    </Typography>
  );
}
