import CompareArrows from '@mui/icons-material/CompareArrows';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useListContext, useNotify } from 'react-admin';
import { Link } from 'react-router';
import { apiMessages, errorSentence } from '../../api/api-messages.js';
import { useClient } from '../../api/ClientProvider.js';
import { pageSizeMax } from '../../api/pages.js';
import { useMay } from '../../auth/use-user.js';
import { GatherButton } from '../../batches/GatherButton.js';
import { comparePath } from '../../compare/compare-path.js';
import { compareMessages } from '../../compare/messages.js';
import { useMessages } from '../../i18n/messages.js';
import { useFilterValues } from '../../ui/list/use-filter-values.js';
import { AssignButtons } from '../assign/AssignButtons.js';
import { claimCriteria } from '../claim-list-criteria.js';
import { queueDocument } from '../documents.js';
import { setMax } from './bulk-set.js';
import { BulkButton } from './BulkButton.js';
import { bulkMessages } from './messages.js';

/** What can be done with the claims that are selected: a step of one’s own office on all of them, or a look at two. */
export function ClaimSelection() {
  const texts = useMessages(bulkMessages);
  const { compare } = useMessages(compareMessages);
  const { selectedIds, onUnselectItems } = useListContext();
  const selectAll = useSelectAll();
  const mayBulk = useMay('CLAIM_BULK');
  const mayAssign = useMay('CLAIM_ASSIGN');
  const claims = selectedIds.map(String);
  const [left, right] = claims;
  return (
    <>
      <Button size="small" onClick={() => void selectAll.run()} loading={selectAll.isRunning}>
        {texts.allOfFilter}
      </Button>
      {mayAssign && <AssignButtons claims={claims} />}
      <GatherButton claims={claims} onClose={onUnselectItems} />
      {mayBulk && <BulkButton claims={claims} onClose={onUnselectItems} />}
      {left !== undefined && right !== undefined && claims.length === 2 && (
        <Button size="small" startIcon={<CompareArrows />} component={Link} to={comparePath({ left, right })}>
          {compare}
        </Button>
      )}
    </>
  );
}

/** Selects what the filter finds, in the order of the list, as far as a set goes. */
function useSelectAll() {
  const client = useClient();
  const notify = useNotify();
  const texts = useMessages(apiMessages);
  const { sort, onSelect } = useListContext();
  const filter = useFilterValues();
  const [isRunning, setRunning] = useState(false);
  const run = async () => {
    setRunning(true);
    try {
      const criteria = claimCriteria({ filter, sort, asOf: null });
      const ids: string[] = [];
      for (let after: string | null = null; ids.length < setMax;) {
        const {
          claims,
        }: { claims: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } =
          await client.run(queueDocument, { first: pageSizeMax, after, ...criteria });
        ids.push(...claims.nodes.map(({ id }) => id));
        after = claims.pageInfo.endCursor;
        if (!claims.pageInfo.hasNextPage || after === null) break;
      }
      onSelect(ids.slice(0, setMax));
    } catch (error) {
      notify(errorSentence(error, texts), { type: 'error', autoHideDuration: null });
    } finally {
      setRunning(false);
    }
  };
  return { run, isRunning };
}
