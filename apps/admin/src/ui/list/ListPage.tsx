import { Box, Button, Card } from '@mui/material';
import type { ReactNode } from 'react';
import { ListBase, type SortPayload, useListContext } from 'react-admin';
import { useLocation } from 'react-router';
import { AsOfControl } from '../../as-of/AsOfControl.js';
import { hasPast } from '../../as-of/as-of.js';
import { useAsOf } from '../../as-of/AsOfProvider.js';
import { useMessages } from '../../i18n/messages.js';
import { EmptyState } from '../EmptyState.js';
import { ErrorState } from '../ErrorState.js';
import { Page } from '../Page.js';
import { uiMessages } from '../ui-messages.js';
import { LoadingRows } from './LoadingRows.js';
import { Pager } from './Pager.js';
import { useFilterValues } from './use-filter-values.js';
import { useListMeta } from './use-list-meta.js';

interface ListPageProps {
  title: string;
  resource: string;
  sort: SortPayload;
  /** Shown when there is no record at all. */
  empty: ReactNode;
  /** Shown when the filters leave nothing, if there is something better to say than that. */
  noMatch?: (filter: Record<string, unknown>) => ReactNode;
  filters?: ReactNode;
  filterDefaultValues?: Record<string, unknown>;
  actions?: ReactNode;
  /** Stands between the heading and the list. */
  before?: ReactNode;
  /** The records themselves, as a table or as cards. */
  children: ReactNode;
}

/** A list with its filters, order and place kept in the address bar, so that a link shows what its sender saw. */
export function ListPage({ title, filters, actions, before, empty, noMatch, children, ...list }: ListPageProps) {
  const { asOf } = useAsOf();
  return (
    <ListBase
      {...list}
      perPage={25}
      queryOptions={{ onError: leaveToTheList, ...(asOf === null ? {} : { meta: { asOf } }) }}
    >
      <Page title={title} beside={<LogPosition />} actions={asOf === null ? actions : null}>
        {before}
        <Card>
          {filters}
          <Records empty={empty} noMatch={noMatch ?? noWords}>
            {children}
          </Records>
          <Pager />
        </Card>
      </Page>
    </ListBase>
  );
}

function leaveToTheList(): void {
  // The list shows its error in its place; react-admin's notification would only say it twice.
}

function noWords(): null {
  return null;
}

/** Up to where the log is in the list; a list that is not made from the log has no position. */
function LogPosition() {
  const { position } = useListMeta() ?? {};
  const { asOf } = useAsOf();
  const { pathname } = useLocation();
  if (position === undefined || !hasPast(pathname) || (position === '0' && asOf === null)) return null;
  return <AsOfControl position={position} />;
}

interface RecordsProps {
  empty: ReactNode;
  noMatch: (filter: Record<string, unknown>) => ReactNode;
  children: ReactNode;
}

function Records({ empty, noMatch, children }: RecordsProps) {
  const { data, error, isPending, refetch, setFilters, perPage } = useListContext();
  const filter = useFilterValues();
  const texts = useMessages(uiMessages);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (isPending) return <LoadingRows rows={Math.min(perPage, 12)} />;
  if (data.length > 0) return <Box sx={{ overflowX: 'auto' }}>{children}</Box>;
  if (Object.keys(filter).length === 0) return empty;
  return (
    noMatch(filter) ?? (
      <EmptyState
        title={texts.noMatch}
        hint={texts.noMatchHint}
        action={<Button onClick={() => setFilters({}, [])}>{texts.clearFilters}</Button>}
      />
    )
  );
}
