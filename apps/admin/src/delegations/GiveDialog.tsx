import { Autocomplete, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { useDocument } from '../api/use-document.js';
import { colleaguesDocument } from '../claims/assign/documents.js';
import { useClaimableMeasures } from '../claims/use-claimable-measures.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import type { MeasureChoice } from '../policies/documents.js';
import { today } from '../ui/beijing-time.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { DayField } from '../ui/DayField.js';
import { formMessages } from '../ui/form-messages.js';
import { usePersonName } from '../ui/person.js';
import { giveDelegation } from './documents.js';
import { delegationMessages } from './messages.js';

const nothing = { to: '', from: '', until: '', reason: '' };

/** Names who stands in for oneself. */
export function GiveDialog({ onClose }: { onClose: () => void }) {
  const texts = useMessages(delegationMessages);
  const form = useMessages(formMessages);
  const bilingual = useBilingual();
  const personName = usePersonName();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const { data } = useDocument(colleaguesDocument, { claims: null });
  const { measures, isPending } = useClaimableMeasures();
  const [entries, setEntries] = useState(nothing);
  const [chosen, setChosen] = useState<MeasureChoice[]>([]);
  const [tried, setTried] = useState(false);
  const colleagues = data?.colleagues.filter(({ isMe }) => !isMe);
  const change = (field: keyof typeof nothing) => (value: string) => setEntries({ ...entries, [field]: value });
  const isEmpty = (field: keyof typeof nothing) => entries[field].trim() === '';

  const submit = () => {
    setTried(true);
    const { to, from, until, reason } = entries;
    if ([to, from, until, reason].some((each) => each.trim() === '')) return false;
    const clauses = chosen.length === 0 ? null : chosen.map(({ id }) => id);
    return send(giveDelegation, { to, from, until, measures: clauses, reason: reason.trim() });
  };

  return (
    <CommandDialog
      title={texts.give}
      says={texts.giveSays}
      confirmLabel={texts.give}
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={{
        form: 'delegation',
        texts: entries,
        onRestore: (kept) => setEntries({ ...nothing, ...kept }),
      }}
      onDone={() => {
        notify(texts.done, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => {
        const problem = (field: keyof typeof nothing) => (tried && isEmpty(field) ? form.required : problemOf(field));
        const wrongTo = problem('to') ?? (colleagues?.length === 0 ? texts.noColleague : undefined);
        return (
          <>
            <TextField
              select
              label={texts.to}
              // What is chosen may be kept from before, and the colleague gone since.
              value={colleagues?.some(({ id }) => id === entries.to) === true ? entries.to : ''}
              onChange={(event) => change('to')(event.target.value)}
              error={wrongTo !== undefined}
              helperText={wrongTo ?? texts.toHint}
              autoFocus
              fullWidth
              margin="dense"
            >
              {(colleagues ?? []).map((colleague) => (
                <MenuItem key={colleague.id} value={colleague.id}>
                  {personName(colleague)}
                </MenuItem>
              ))}
            </TextField>
            <DayField
              label={texts.from}
              value={entries.from}
              onChange={change('from')}
              problem={problem('from')}
              min={today()}
            />
            <DayField
              label={texts.until}
              value={entries.until}
              onChange={change('until')}
              problem={problem('until')}
              hint={texts.untilHint}
              min={entries.from === '' ? today() : entries.from}
            />
            <Autocomplete
              multiple
              value={chosen}
              onChange={(_, value) => setChosen(value)}
              options={measures}
              loading={isPending}
              getOptionKey={({ id }) => id}
              getOptionLabel={({ clauseId, title }) => `${clauseId} ${bilingual(title)}`}
              groupBy={({ policy }) => bilingual(policy.title)}
              isOptionEqualToValue={(one, other) => one.id === other.id}
              renderInput={(input) => (
                <TextField
                  {...input}
                  label={texts.measures}
                  margin="dense"
                  error={problemOf('measures') !== undefined}
                  helperText={problemOf('measures') ?? texts.measuresHint}
                />
              )}
            />
            <TextField
              label={texts.reason}
              value={entries.reason}
              onChange={(event) => change('reason')(event.target.value)}
              error={problem('reason') !== undefined}
              helperText={problem('reason') ?? texts.reasonHint}
              multiline
              fullWidth
              margin="dense"
            />
          </>
        );
      }}
    </CommandDialog>
  );
}
