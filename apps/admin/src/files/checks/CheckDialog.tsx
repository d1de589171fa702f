import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../../api/use-command.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { CommandDialog } from '../../ui/CommandDialog.js';
import { type CheckableFile, type CheckedFact, checkFact } from './documents.js';
import { checkMessages } from './messages.js';

interface CheckDialogProps {
  claim: string;
  fact: CheckedFact;
  files: readonly CheckableFile[];
  onClose: () => void;
}

/** Asks in which file, and on which page, a fact was found. */
export function CheckDialog({ claim, fact, files, onClose }: CheckDialogProps) {
  const texts = useMessages(checkMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [file, setFile] = useState(files.length === 1 ? (files[0]?.id ?? '') : '');
  const [page, setPage] = useState('');
  const [problems, setProblems] = useState<{ file?: string; page?: string }>({});
  const label = bilingual(fact.label);
  const submit = () => {
    const found = {
      ...(file === '' && { file: texts.required }),
      ...(!/^(?:[1-9]\d{0,3})?$/u.test(page.trim()) && { page: texts.pageWanted }),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return false;
    return send(checkFact, { claim, fact: fact.name, file, page: page.trim() === '' ? null : Number(page) });
  };
  return (
    <CommandDialog
      title={texts.checkOf(label)}
      says={texts.dialogSays(bilingual(fact.display))}
      confirmLabel={texts.check}
      sending={sending}
      submit={submit}
      onClose={onClose}
      onDone={() => {
        notify(texts.checked(label), { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => (
        <>
          <TextField
            select
            autoFocus
            fullWidth
            margin="dense"
            label={texts.file}
            value={file}
            onChange={({ target }) => setFile(target.value)}
            error={(problems.file ?? problemOf('file')) !== undefined}
            helperText={problems.file ?? problemOf('file')}
          >
            {files.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            fullWidth
            margin="dense"
            label={texts.page}
            value={page}
            onChange={({ target }) => setPage(target.value)}
            error={(problems.page ?? problemOf('page')) !== undefined}
            helperText={problems.page ?? problemOf('page') ?? texts.pageHint}
            slotProps={{ htmlInput: { inputMode: 'numeric' } }}
          />
        </>
      )}
    </CommandDialog>
  );
}
