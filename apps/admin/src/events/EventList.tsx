import { Box, Typography } from '@mui/material';
import { AutocompleteInput, TextInput, useRecordContext, useListContext } from 'react-admin';
import { Link } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { codeFont } from '../app/theme.js';
import { useBilingual } from '../i18n/locale.js';
import { delegationMessages } from '../delegations/messages.js';
import { useMessages } from '../i18n/messages.js';
import { Disclosure } from '../ui/Disclosure.js';
import { EmptyState } from '../ui/EmptyState.js';
import { JsonView } from '../ui/JsonView.js';
import { FilterBar } from '../ui/list/FilterBar.js';
import { type ListColumn, oneLine, onWide } from '../ui/list/list-column.js';
import { ListPage } from '../ui/list/ListPage.js';
import { RecordCards } from '../ui/list/RecordCards.js';
import { beijingTime } from '../ui/beijing-time.js';
import { eventTypesDocument, type LoggedEvent } from './documents.js';
import { useEventExport } from './event-export.js';
import { eventMessages } from './messages.js';
import { usePersonName } from '../ui/person.js';

export function EventList() {
  const texts = useMessages(eventMessages);
  return (
    <ListPage
      title={texts.title}
      resource="events"
      sort={{ field: 'position', order: 'DESC' }}
      columns={useEventColumns()}
      cards={<EventCards />}
      exported={useEventExport()}
      expand={<ExpandedEvent />}
      filters={
        <FilterBar>
          <TextInput source="claim" label={texts.filters.claim} resettable />
          <EventTypeInput label={texts.filters.type} />
          <TextInput source="stream" label={texts.filters.stream} resettable />
        </FilterBar>
      }
      empty={<EmptyState title={texts.empty} hint={texts.emptyHint} />}
    />
  );
}

function EventTypeInput({ label }: { label: string }) {
  const bilingual = useBilingual();
  const { data } = useDocument(eventTypesDocument, {}, { staleTimeMs: Infinity });
  const choices = (data?.eventTypes ?? []).map(({ type, label: name }) => ({ id: type, name: bilingual(name) }));
  return <AutocompleteInput source="type" label={label} choices={choices} />;
}

function useEventColumns(): readonly ListColumn<LoggedEvent>[] {
  const { columns } = useMessages(eventMessages);
  const bilingual = useBilingual();
  return [
    { source: 'position', label: columns.position, isFigure: true, render: ({ position }) => position },
    {
      source: 'type',
      label: columns.type,
      render: ({ label, type }) => (
        <>
          <strong>{bilingual(label)}</strong>
          <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
            {type}
          </Typography>
        </>
      ),
    },
    {
      source: 'summary',
      label: columns.summary,
      on: onWide,
      sx: { overflowWrap: 'anywhere', minWidth: 200 },
      render: ({ summary }) => bilingual(summary),
    },
    { source: 'stream', label: columns.stream, sx: { minWidth: 150 }, render: (event) => <Stream event={event} /> },
    { source: 'actor', label: columns.actor, render: (event) => <Actor event={event} /> },
    { source: 'occurredOn', label: columns.occurredOn, sx: oneLine, render: ({ on }) => on },
    {
      source: 'recordedAt',
      label: columns.recordedAt,
      on: onWide,
      render: ({ recordedAt }) => beijingTime(recordedAt),
    },
  ];
}

function Actor({ event: { actor, onBehalfOf } }: { event: LoggedEvent }) {
  const { forOther } = useMessages(delegationMessages);
  if (actor === null) return '—';
  return (
    <>
      {actor.displayName}
      <Typography component="span" variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {actor.username}
        {onBehalfOf !== null && ` · ${forOther(onBehalfOf)}`}
      </Typography>
    </>
  );
}

function Stream({ event }: { event: LoggedEvent }) {
  return (
    <Box component="span" sx={{ fontFamily: codeFont, fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
      {event.claim === null ? event.stream : <Link to={`/claims/${event.claim}/show`}>{event.stream}</Link>}
    </Box>
  );
}

function EventCards() {
  const { data = [] } = useListContext<LoggedEvent>();
  const texts = useMessages(eventMessages);
  const bilingual = useBilingual();
  const personName = usePersonName();
  return (
    <RecordCards rows={data}>
      {(event) => (
        <>
          <Typography sx={{ fontWeight: 650 }}>
            {event.position} · {bilingual(event.label)}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            <Stream event={event} />
          </Typography>
          <Typography variant="body2">{bilingual(event.summary)}</Typography>
          <Typography variant="body2" color="textSecondary">
            {event.actor === null ? '—' : personName(event.actor)} · {beijingTime(event.recordedAt)}
          </Typography>
          <Disclosure label={texts.data}>
            <JsonView value={event.data} />
          </Disclosure>
        </>
      )}
    </RecordCards>
  );
}

function ExpandedEvent() {
  const texts = useMessages(eventMessages);
  const event = useRecordContext<LoggedEvent>();
  if (!event) return null;
  return (
    <Box sx={{ p: 1 }}>
      <Typography variant="h3">{texts.data}</Typography>
      <JsonView value={event.data} />
    </Box>
  );
}
