import { Chip, Stack } from '@mui/material';
import { useListContext } from 'react-admin';
import { valueWord } from '../../export/export-kind.js';
import { useMessages } from '../../i18n/messages.js';
import { uiMessages } from '../ui-messages.js';
import { useFilterValues } from './use-filter-values.js';

/** Filters that no field of the bar shows, such as those a figure leads here with: each is named, and taken off by a click. */
export function NarrowedBy({
  labels,
  words,
}: {
  labels: Readonly<Record<string, string>>;
  /** The names of a filter's values, by the filter's name. */
  words: Readonly<Record<string, Readonly<Record<string, string>>>>;
}) {
  const { of } = useMessages(uiMessages);
  const { setFilters } = useListContext();
  const values = useFilterValues();
  const narrowed = Object.entries(labels).filter(([name]) => values[name] !== undefined && values[name] !== '');
  if (narrowed.length === 0) return null;
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, px: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}>
      {narrowed.map(([name, label]) => (
        <Chip
          key={name}
          size="small"
          label={of(label, valueWord(words, name, values[name]))}
          onDelete={() => setFilters(Object.fromEntries(Object.entries(values).filter(([each]) => each !== name)), {})}
        />
      ))}
    </Stack>
  );
}
