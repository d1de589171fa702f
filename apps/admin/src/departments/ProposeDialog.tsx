import { Autocomplete, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { DepartmentChangeKind } from '../api/schema/enums.generated.js';
import { useCommands } from '../api/use-command.js';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';

import { today } from '../ui/beijing-time.js';
import { choicesOf } from '../ui/choices.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { DayField } from '../ui/DayField.js';
import { formMessages } from '../ui/form-messages.js';
import { useDivisions } from '../policies/try/use-divisions.js';
import { departmentListDocument, proposeDepartmentChange } from './documents.js';
import { departmentMessages } from './messages.js';

const KINDS: readonly DepartmentChangeKind[] = ['ESTABLISHED', 'RENAMED', 'MERGED', 'ENDED'];
const FIELDS = ['name', 'successor', 'document', 'reason'] as const;
type Entries = Readonly<Record<(typeof FIELDS)[number], string>>;
const NOTHING: Entries = { name: '', successor: '', document: '', reason: '' };

/** What becomes of a department, from when, and by which document. */
export function ProposeDialog({ division: chosen, onClose }: { division: string; onClose: () => void }) {
  const texts = useMessages(departmentMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [kind, setKind] = useState<DepartmentChangeKind>('RENAMED');
  const [division, setDivision] = useState(chosen);
  const [from, setFrom] = useState('');
  const [entries, setEntries] = useState(NOTHING);
  const [tried, setTried] = useState(false);
  const { choices } = useDivisions(null, 'offices', division);
  const known = useDocument(departmentListDocument, { division }).data?.departments ?? [];
  const present = known.filter(({ to }) => to === null || to > today()).map(({ name }) => name);
  const takesSuccessor = kind === 'RENAMED' || kind === 'MERGED';
  const change = (field: keyof Entries) => (text: string) => setEntries((before) => ({ ...before, [field]: text }));
  const asked = (field: keyof Entries) =>
    field === 'name' || field === 'document' || (field === 'successor' && takesSuccessor);

  const submit = () => {
    setTried(true);
    if (from === '' || FIELDS.some((field) => asked(field) && entries[field].trim() === '')) return false;
    const { name, successor, document, reason } = entries;
    return send(proposeDepartmentChange, {
      ...{ kind, division, name: name.trim(), from, document: document.trim() },
      successor: takesSuccessor ? successor.trim() : null,
      reason: reason.trim() === '' ? null : reason.trim(),
    });
  };

  return (
    <CommandDialog
      title={texts.propose}
      says={texts.says}
      confirmLabel={texts.propose}
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={{ form: 'department', texts: entries, onRestore: (kept) => setEntries({ ...entries, ...kept }) }}
      onDone={() => {
        notify(texts.proposed, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => {
        const problem = (field: keyof Entries) =>
          tried && asked(field) && entries[field].trim() === '' ? form.required : problemOf(field);
        const typed = (field: keyof Entries, label: string, hint?: string) => (
          <TextField
            label={label}
            value={entries[field]}
            onChange={(event) => change(field)(event.target.value)}
            error={problem(field) !== undefined}
            helperText={problem(field) ?? hint}
            multiline={field === 'reason'}
            fullWidth
            margin="dense"
          />
        );
        /** One of those that are there; typed where nobody listed any. */
        const choice = (field: 'name' | 'successor', label: string) => (
          <Autocomplete
            freeSolo
            options={present}
            inputValue={entries[field]}
            onInputChange={(_, text) => change(field)(text)}
            renderInput={(params) => (
              <TextField
                {...params}
                label={label}
                error={problem(field) !== undefined}
                helperText={problem(field) ?? texts.nameHint}
                margin="dense"
              />
            )}
          />
        );
        return (
          <>
            <TextField
              select
              label={texts.kind}
              value={kind}
              onChange={(event) => setKind(KINDS.find((each) => each === event.target.value) ?? kind)}
              autoFocus
              fullWidth
              margin="dense"
            >
              {choicesOf(texts.kinds).map(({ id, name }) => (
                <MenuItem key={id} value={id}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              select
              label={texts.division}
              value={choices.some(({ id }) => id === division) ? division : ''}
              onChange={(event) => setDivision(event.target.value)}
              error={problemOf('division') !== undefined}
              helperText={problemOf('division')}
              fullWidth
              margin="dense"
            >
              {choices.map(({ id, name }) => (
                <MenuItem key={id} value={id}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
            {kind === 'ESTABLISHED' ? typed('name', texts.newName, texts.nameHint) : choice('name', texts.name)}
            {kind === 'RENAMED' && typed('successor', texts.successor.RENAMED, texts.nameHint)}
            {kind === 'MERGED' && choice('successor', texts.successor.MERGED)}
            <DayField
              label={texts.from}
              value={from}
              onChange={setFrom}
              problem={tried && from === '' ? form.required : problemOf('from')}
              hint={texts.fromHint}
            />
            {typed('document', texts.document, texts.documentHint)}
            {typed('reason', texts.reason)}
          </>
        );
      }}
    </CommandDialog>
  );
}
