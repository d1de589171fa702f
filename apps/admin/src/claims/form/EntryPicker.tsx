import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { useDocument } from '../../api/use-document.js';
import { useMessages } from '../../i18n/messages.js';
import { recognitionEntriesDocument } from '../../recognitions/documents.js';
import { recognitionMessages } from '../../recognitions/messages.js';
import type { RestedEntry } from '../../recognitions/fragments.js';
import { formMessages } from '../../ui/form-messages.js';
import { uiMessages } from '../../ui/ui-messages.js';

/** Chooses an entry of the enterprise that covers the day of the matter; the claim's subject follows from it. */
export function EntryPicker({ source, area }: { source: string; area: string }) {
  const texts = useMessages(recognitionMessages);
  const form = useMessages(formMessages);
  const { setValue } = useFormContext();
  const uscc: unknown = useWatch({ name: 'uscc' });
  const occurredOn: unknown = useWatch({ name: 'occurredOn' });
  const { field, fieldState } = useController({
    name: source,
    rules: { validate: (value) => (typeof value === 'string' && value !== '' ? true : form.choose) },
  });
  const covers = typeof occurredOn === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(occurredOn) ? { covers: occurredOn } : {};
  const filter = { uscc: String(uscc), standing: 'IN_FORCE' as const, ...covers };
  const query = useDocument(recognitionEntriesDocument, { first: 100, after: null, filter }, { keepPrevious: true });
  const entries = query.data?.recognitionEntries.nodes ?? [];
  const chosen = entries.find(({ id }) => id === field.value) ?? null;
  const problem = fieldState.error?.message;
  return (
    <Autocomplete
      value={chosen}
      onChange={(_, entry) => {
        field.onChange(entry?.id ?? '');
        if (entry !== null) setValue('subject', entry.subject, { shouldValidate: true });
      }}
      options={entries}
      loading={query.isFetching}
      noOptionsText={texts.noneToPick}
      getOptionKey={({ id }) => id}
      getOptionLabel={({ subject, id }) => `${subject} · ${id}`}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      renderOption={(props, entry) => (
        <Box component="li" {...props} key={entry.id} sx={{ flexDirection: 'column', alignItems: 'flex-start' }}>
          <EntryOption entry={entry} />
        </Box>
      )}
      renderInput={(input) => (
        <TextField
          {...input}
          inputRef={field.ref}
          label={texts.pick}
          error={problem !== undefined}
          helperText={problem ?? (chosen === null ? texts.pickHint : `${chosen.list.authority} ${chosen.list.title}`)}
        />
      )}
      sx={{ gridArea: area, minWidth: 0 }}
    />
  );
}

function EntryOption({ entry: { subject, id, level, list, restingClaims } }: { entry: RestedEntry }) {
  const texts = useMessages(recognitionMessages);
  const ui = useMessages(uiMessages);
  const used = ui.listed(restingClaims.map((claim) => claim.id));
  return (
    <>
      <Typography variant="body2">{[subject, level].filter((one) => one !== null).join(' · ')}</Typography>
      <Typography variant="caption" color="textSecondary">
        {[id, list.authority, ...(used === '' ? [] : [texts.usedBy(used)])].join(' · ')}
      </Typography>
    </>
  );
}
