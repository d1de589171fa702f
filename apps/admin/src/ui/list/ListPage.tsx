import { Box, Button, Card } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { type Identifier, ListBase, type RaRecord, type SortPayload, useListContext } from 'react-admin';
import { useLocation } from 'react-router';
import { AsOfControl } from '../../as-of/AsOfControl.js';
import { hasPast } from '../../as-of/as-of.js';
import { useAsOf } from '../../as-of/AsOfProvider.js';
import { ExportButton } from '../../export/ExportButton.js';
import type { ExportKind } from '../../export/export-kind.js';
import { useMessages } from '../../i18n/messages.js';
import { EmptyState } from '../EmptyState.js';
import { ErrorState } from '../ErrorState.js';
import { Page } from '../Page.js';
import { uiMessages } from '../ui-messages.js';
import { useNarrow } from '../use-narrow.js';
import type { ListColumn } from './list-column.js';
import { ListTable } from './ListTable.js';
import { LoadingRows } from './LoadingRows.js';
import { Pager } from './Pager.js';
import { SelectionBar } from './SelectionBar.js';
import { useFilterValues } from './use-filter-values.js';
import { useListMeta } from './use-list-meta.js';
import { ColumnsMenu } from './view/ColumnsMenu.js';
import { useArrangement } from './view/use-arrangement.js';
import { ViewsMenu } from './view/ViewsMenu.js';

interface ListPageProps<Row extends RaRecord> {
  title: string;
  resource: string;
  sort: SortPayload;
  columns: readonly ListColumn<Row>[];
  /** The records as cards, for screens on which the table would not fit. */
  cards: ReactNode;
  exported: ExportKind<Row>;
  /** Where a click on a line leads; nowhere if left out. */
  pathOf?: (id: Identifier) => string;
  /** What a line shows below itself. */
  expand?: ReactElement;
  /** What can be done with selected lines beside their export. */
  selection?: ReactNode;
  /** Shown when there is no record at all. */
  empty: ReactNode;
  /** Shown when the filters leave nothing, if there is something better to say than that. */
  noMatch?: (filter: Record<string, unknown>) => ReactNode;
  filters?: ReactNode;
  /** What can be done here and now; the past is only looked at. */
  actions?: ReactNode;
  /** Stands between the heading and the list. */
  before?: ReactNode;
}

/**
 * A list with its filters, order, place and layout kept in the address bar or the browser, so that a link shows what its sender
 * saw. Its columns, their order and density are its reader's; it is exported as it stands, or what is selected of it.
 */
export function ListPage<Row extends RaRecord>({
  title,
  resource,
  sort,
  columns,
  cards,
  exported,
  pathOf,
  expand,
  selection,
  filters,
  actions,
  before,
  empty,
  noMatch,
}: ListPageProps<Row>) {
  const { asOf } = useAsOf();
  const narrow = useNarrow();
  const list = useArrangement(
    resource,
    columns.map(({ source }) => source),
  );
  const isPresent = asOf === null || !hasPast(`/${resource}`);
  return (
    <ListBase
      resource={resource}
      sort={sort}
      perPage={25}
      queryOptions={{ onError: leaveToTheList, ...(asOf === null ? {} : { meta: { asOf } }) }}
    >
      <Page
        title={title}
        beside={<LogPosition />}
        actions={
          <>
            <ViewsMenu resource={resource} arrangement={list.arrangement} />
            {!narrow && <ColumnsMenu list={list} columns={columns} />}
            <ExportButton kind={exported} />
            {isPresent && actions}
          </>
        }
      >
        {before}
        <Card>
          {filters}
          <Records empty={empty} noMatch={noMatch ?? noWords}>
            {narrow ? (
              cards
            ) : (
              <ListTable
                list={list}
                columns={columns}
                {...(pathOf && { pathOf })}
                {...(expand && { expand })}
                selection={<SelectionBar exported={exported}>{isPresent && selection}</SelectionBar>}
              />
            )}
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
