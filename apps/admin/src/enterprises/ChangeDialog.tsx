import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { z } from 'zod';
import { useCommands } from '../api/use-command.js';
import { useMessages } from '../i18n/messages.js';
import { today } from '../ui/beijing-time.js';
import { choicesOf } from '../ui/choices.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { DayField } from '../ui/DayField.js';
import { changeMessages } from './change-messages.js';
import { EnterpriseChangeKind } from '../api/schema/enums.generated.js';
import { proposeEnterpriseChange } from './documents.js';

/** Proposes that an enterprise was renamed, went over to others, or ended. */
export function ChangeDialog({ uscc, onClose }: { uscc: string; onClose: () => void }) {
  const texts = useMessages(changeMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [kind, setKind] = useState<EnterpriseChangeKind>('RENAMED');
  const [on, setOn] = useState(today());
  const [name, setName] = useState('');
  const [codes, setCodes] = useState('');
  const hasSuccessors = kind === 'RECODED' || kind === 'MERGED' || kind === 'SPLIT';

  const submit = () => {
    const successors = hasSuccessors ? codes.split(/[\s,，;；]+/).filter((code) => code !== '') : [];
    return (
      on !== '' && send(proposeEnterpriseChange, { uscc, kind, on, name: kind === 'RENAMED' ? name : null, successors })
    );
  };

  return (
    <CommandDialog
      title={texts.change}
      says={texts.changeSays}
      confirmLabel={texts.change}
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={{
        form: `enterprise-change/${uscc}`,
        texts: { name, codes },
        onRestore: (texts) => {
          setName(texts.name ?? name);
          setCodes(texts.codes ?? codes);
        },
      }}
      onDone={() => {
        notify(texts.proposed, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => (
        <>
          <TextField
            select
            label={texts.kind}
            value={kind}
            onChange={(event) => setKind(z.enum(EnterpriseChangeKind).parse(event.target.value))}
            fullWidth
            margin="dense"
          >
            {choicesOf(texts.kinds).map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
          <DayField label={texts.on} value={on} onChange={setOn} problem={problemOf('on')} />
          {kind === 'RENAMED' && (
            <TextField
              label={texts.newName}
              value={name}
              onChange={(event) => setName(event.target.value)}
              error={problemOf('name') !== undefined}
              helperText={problemOf('name')}
              fullWidth
              margin="dense"
            />
          )}
          {hasSuccessors && (
            <TextField
              label={texts.successors}
              value={codes}
              onChange={(event) => setCodes(event.target.value)}
              error={successorProblem(problemOf) !== undefined}
              helperText={successorProblem(problemOf) ?? texts.successorsHint}
              multiline={kind === 'SPLIT'}
              fullWidth
              margin="dense"
            />
          )}
        </>
      )}
    </CommandDialog>
  );
}

const SUCCESSORS_MAX = 20;

/** Of the field as a whole, or of the first code that has one. */
function successorProblem(problemOf: (field: string) => string | undefined): string | undefined {
  const fields = Array.from({ length: SUCCESSORS_MAX }, (_, index) => `successors[${String(index)}]`);
  return ['successors', ...fields].map(problemOf).find((problem) => problem !== undefined);
}
