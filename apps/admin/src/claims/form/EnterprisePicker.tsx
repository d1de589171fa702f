import { Autocomplete, TextField } from '@mui/material';
import { useState } from 'react';
import { useDocument } from '../../api/use-document.js';
import { type EnterpriseRecord, enterprisesDocument } from '../../enterprises/documents.js';
import { useMessages } from '../../i18n/messages.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { useDebounced } from '../../ui/use-debounced.js';
import { claimFormMessages } from './messages.js';

interface EnterprisePickerProps {
  value: EnterpriseRecord | null;
  onChange: (enterprise: EnterpriseRecord | null) => void;
}

const typingPauseMs = 250;

/** Finds an enterprise by name or code among all that are registered. */
export function EnterprisePicker({ value, onChange }: EnterprisePickerProps) {
  const texts = useMessages(claimFormMessages);
  const { aside } = useMessages(uiMessages);
  const [typed, setTyped] = useState('');
  const wanted = useDebounced(typed.trim(), typingPauseMs);
  const query = useDocument(
    enterprisesDocument,
    {
      first: 20,
      after: null,
      filter: wanted === '' ? {} : { query: wanted },
      sort: { field: 'NAME', direction: 'ASC' },
    },
    { keepPrevious: true },
  );
  return (
    <Autocomplete
      value={value}
      onChange={(_, enterprise) => onChange(enterprise)}
      onInputChange={(_, text, reason) => reason === 'input' && setTyped(text)}
      options={query.data?.enterprises.nodes ?? []}
      loading={query.isFetching}
      getOptionKey={(enterprise) => enterprise.uscc}
      getOptionLabel={(enterprise) => aside(enterprise.name, enterprise.division.name)}
      isOptionEqualToValue={(one, other) => one.uscc === other.uscc}
      filterOptions={(found) => found}
      renderInput={(input) => (
        <TextField
          {...input}
          label={texts.enterprise}
          helperText={value ? value.uscc : texts.enterpriseHint}
          autoFocus
        />
      )}
    />
  );
}
