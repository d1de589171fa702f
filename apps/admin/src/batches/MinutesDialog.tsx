import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { RefusedClaims } from '../claims/bulk/RefusedClaims.js';
import type { RefusedClaim } from '../claims/bulk/bulk-set.js';
import { readNames } from '../claims/route/read-entries.js';
import { useMessages } from '../i18n/messages.js';
import { today } from '../ui/beijing-time.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { DayField } from '../ui/DayField.js';
import { formMessages } from '../ui/form-messages.js';
import { minuteBatch } from './documents.js';
import { batchMessages } from './messages.js';

interface MinutesDialogProps {
  batch: string;
  /** How many claims the minutes are about, and what stands in the way of some. */
  count: number;
  blocked: readonly RefusedClaim[];
  onClose: () => void;
}

const FIELDS = ['number', 'by', 'opinion'] as const;
const SENT_AS = { number: 'paper.number', by: 'paper.by', opinion: 'opinion' } as const;

/** Records what a meeting decided on a whole batch. */
export function MinutesDialog({ batch, count, blocked, onClose }: MinutesDialogProps) {
  const texts = useMessages(batchMessages);
  const { required } = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [entries, setEntries] = useState({ number: '', by: '', opinion: '' });
  const [on, setOn] = useState(today());
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (FIELDS.some((name) => entries[name].trim() === '') || on === '') return false;
    const { number, by, opinion } = entries;
    return send(minuteBatch, { batch, opinion, paper: { number, on, by: readNames(by) } });
  };
  const note =
    blocked.length === 0 ? (
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {texts.minuteCount(count)}
      </Typography>
    ) : (
      <>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {texts.minuteBlocked(blocked.length)}
        </Typography>
        <RefusedClaims refused={blocked} />
      </>
    );
  return (
    <CommandDialog
      title={texts.minute}
      says={texts.minuteSays}
      note={note}
      confirmLabel={texts.minute}
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={{
        form: `batch/${batch}/minutes`,
        texts: entries,
        onRestore: (kept) => setEntries({ ...entries, ...kept }),
      }}
      onDone={() => {
        notify(texts.minuteDone(count), { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => (
        <>
          {FIELDS.map((name) => {
            const problem = tried && entries[name].trim() === '' ? required : problemOf(SENT_AS[name]);
            return (
              <TextField
                key={name}
                label={texts[name]}
                value={entries[name]}
                onChange={({ target }) => setEntries({ ...entries, [name]: target.value })}
                error={problem !== undefined}
                helperText={problem ?? (name === 'by' ? texts.byHint : undefined)}
                autoFocus={name === 'number'}
                multiline={name === 'opinion'}
                minRows={name === 'opinion' ? 2 : 1}
                fullWidth
                margin="dense"
              />
            );
          })}
          <DayField
            label={texts.on}
            value={on}
            onChange={setOn}
            problem={tried && on === '' ? required : problemOf('paper.on')}
          />
        </>
      )}
    </CommandDialog>
  );
}
