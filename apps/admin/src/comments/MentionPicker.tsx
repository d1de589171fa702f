import { Autocomplete, TextField } from '@mui/material';
import { type Ref, useState } from 'react';
import { z } from 'zod';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { usePersonName } from '../ui/person.js';
import { uiMessages } from '../ui/ui-messages.js';
import { useDebounced } from '../ui/use-debounced.js';
import { mentionableDocument } from './documents.js';
import { commentMessages } from './messages.js';

export const colleagueSchema = z.object({
  userId: z.string(),
  username: z.string(),
  displayName: z.string(),
  office: z.string(),
});
/** Somebody who can be mentioned. */
export type Colleague = z.infer<typeof colleagueSchema>;

interface MentionPickerProps {
  value: Colleague[];
  isOpen: boolean;
  inputRef: Ref<HTMLInputElement>;
  problem: string | undefined;
  onOpen: (isOpen: boolean) => void;
  /** @param chosen who was chosen last; null where somebody was left out. */
  onChange: (value: Colleague[], chosen: Colleague | null) => void;
  onLeave: () => void;
}

const typingPauseMs = 250;

/** Finds colleagues by name, username or department. */
export function MentionPicker({ value, isOpen, inputRef, problem, onOpen, onChange, onLeave }: MentionPickerProps) {
  const texts = useMessages(commentMessages);
  const { aside } = useMessages(uiMessages);
  const personName = usePersonName();
  const [typed, setTyped] = useState('');
  const wanted = useDebounced(typed.trim(), typingPauseMs);
  const query = useDocument(
    mentionableDocument,
    { query: wanted === '' ? null : wanted },
    { enabled: isOpen, keepPrevious: true },
  );
  return (
    <Autocomplete
      multiple
      size="small"
      value={value}
      open={isOpen}
      onOpen={() => onOpen(true)}
      onClose={(_, reason) => {
        onOpen(false);
        if (reason === 'escape') onLeave();
      }}
      onChange={(_, colleagues, reason, details) =>
        onChange(colleagues, reason === 'selectOption' ? (details?.option ?? null) : null)
      }
      inputValue={typed}
      onInputChange={(_, text) => setTyped(text)}
      options={query.data?.mentionable ?? []}
      loading={query.isFetching}
      loadingText={texts.searching}
      noOptionsText={texts.noColleague}
      filterSelectedOptions
      autoHighlight
      getOptionKey={({ userId }) => userId}
      getOptionLabel={(colleague) => aside(personName(colleague), colleague.office)}
      isOptionEqualToValue={(one, other) => one.userId === other.userId}
      slotProps={{ chip: { size: 'small' } }}
      renderInput={(input) => (
        <TextField
          {...input}
          inputRef={inputRef}
          label={texts.mentions}
          error={problem !== undefined}
          helperText={problem ?? texts.mentionsHint}
        />
      )}
    />
  );
}
