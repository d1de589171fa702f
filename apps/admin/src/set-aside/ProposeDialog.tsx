import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { z } from 'zod';
import { useCommands } from '../api/use-command.js';
import { codeFont } from '../app/theme.js';
import { reasonDraft } from '../drafts/dialog-draft.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { DayField } from '../ui/DayField.js';
import { formMessages } from '../ui/form-messages.js';
import { proposeCorrection, type SetAsideRecord } from './documents.js';
import { setAsideMessages } from './messages.js';

/** States what an event should have said, beginning from what it says. */
export function ProposeDialog({ record, onClose }: { record: SetAsideRecord; onClose: () => void }) {
  const texts = useMessages(setAsideMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [occurredOn, setOccurredOn] = useState(record.occurredOn);
  const [text, setText] = useState(JSON.stringify(record.data, null, 2));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const data = parsed(text);
  const lacksReason = tried && reason.trim() === '';

  const submit = () => {
    setTried(true);
    if (data === null || reason.trim() === '') return false;
    const { position, schemaVersion } = record;
    return send(proposeCorrection, { position, schemaVersion, occurredOn, data, reason });
  };

  return (
    <CommandDialog
      title={`${texts.propose} · ${texts.at(record.position)}`}
      says={texts.proposeSays}
      confirmLabel={texts.propose}
      sending={sending}
      submit={submit}
      onClose={onClose}
      onDone={() => {
        notify(texts.proposed, { type: 'success' });
        onClose();
      }}
      draft={reasonDraft(`correction/${record.position}`, reason, setReason)}
    >
      {(problemOf) => (
        <>
          <DayField
            label={texts.occurredOn}
            value={occurredOn}
            onChange={setOccurredOn}
            problem={problemOf('occurredOn')}
          />
          <TextField
            label={texts.data}
            value={text}
            onChange={(event) => setText(event.target.value)}
            error={data === null}
            helperText={data === null ? texts.badJson : undefined}
            multiline
            minRows={8}
            maxRows={20}
            fullWidth
            margin="dense"
            slotProps={{ htmlInput: { spellCheck: false, style: { fontFamily: codeFont, fontSize: '0.8rem' } } }}
          />
          <TextField
            label={texts.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={lacksReason || problemOf('reason') !== undefined}
            helperText={lacksReason ? form.required : problemOf('reason')}
            multiline
            fullWidth
            margin="dense"
          />
        </>
      )}
    </CommandDialog>
  );
}

const jsonObject = z.record(z.string(), z.unknown());

function parsed(text: string): Record<string, unknown> | null {
  try {
    const found = jsonObject.safeParse(JSON.parse(text));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}
