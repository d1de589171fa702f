import Add from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { snapshotKey } from '../../api/query-client.js';
import { useMay } from '../../auth/use-user.js';
import { useMessages } from '../../i18n/messages.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ListPage } from '../../ui/list/ListPage.js';
import { ClaimSelection } from '../bulk/ClaimSelection.js';
import { UnfinishedBulk } from '../bulk/UnfinishedBulk.js';
import { defaultClaimSort } from '../claim-list-criteria.js';
import { claimMessages } from '../messages.js';
import { useClaimExport } from './claim-export.js';
import { ClaimCards } from './ClaimCards.js';
import { ClaimFilters } from './ClaimFilters.js';
import { QueueTabs } from './QueueTabs.js';
import { useClaimColumns } from './use-claim-columns.js';

export function ClaimList() {
  const texts = useMessages(claimMessages);
  const maySubmit = useMay('CLAIM_SUBMIT');
  const columns = useClaimColumns();
  const exported = useClaimExport();
  useFreshQueue();
  const create = maySubmit ? (
    <Button variant="contained" startIcon={<Add />} component={Link} to="/claims/create">
      {texts.create}
    </Button>
  ) : null;
  return (
    <ListPage
      title={texts.title}
      resource="claims"
      sort={defaultClaimSort}
      filters={
        <>
          <QueueTabs />
          <ClaimFilters />
        </>
      }
      columns={columns}
      cards={<ClaimCards />}
      exported={exported}
      pathOf={(id) => `/claims/${id}/show`}
      selection={<ClaimSelection />}
      actions={create}
      before={<UnfinishedBulk />}
      empty={<EmptyState title={texts.empty} hint={texts.emptyHint} action={create} />}
      noMatch={(filter) =>
        filter.waitingForMe === true ? <EmptyState title={texts.emptyQueue} hint={texts.emptyQueueHint} /> : null
      }
    />
  );
}

/** Whoever looks at the list again starts a new round of work: the order of the last one is forgotten. */
function useFreshQueue() {
  const queries = useQueryClient();
  useEffect(() => queries.removeQueries({ queryKey: [snapshotKey] }), [queries]);
}
