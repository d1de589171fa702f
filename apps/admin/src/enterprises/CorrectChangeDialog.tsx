import { FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { DayField } from '../ui/DayField.js';
import { changeMessages } from './change-messages.js';
import { type ChangeProposal, proposeChangeCorrection } from './documents.js';

interface CorrectChangeDialogProps {
  uscc: string;
  change: ChangeProposal;
  /** Whether it is the last one: what came after it would rest on nothing. */
  canUndo: boolean;
  onClose: () => void;
}

/** Proposes that a change was of another day, or never came about. */
export function CorrectChangeDialog({ uscc, change, canUndo, onClose }: CorrectChangeDialogProps) {
  const texts = useMessages(changeMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [undoes, setUndoes] = useState(false);
  const [on, setOn] = useState(change.on);

  const submit = () =>
    (undoes || on !== '') && send(proposeChangeCorrection, { uscc, change: change.id, on: undoes ? null : on });

  return (
    <CommandDialog
      title={`${texts.correct} ${texts.changedOn(texts.kinds[change.kind], change.on)}`}
      says={texts.correctSays}
      confirmLabel={texts.correct}
      sending={sending}
      submit={submit}
      onClose={onClose}
      onDone={() => {
        notify(texts.proposed, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => (
        <>
          <RadioGroup value={undoes ? 'undo' : 'day'} onChange={(_, value) => setUndoes(value === 'undo')}>
            <FormControlLabel value="day" control={<Radio />} label={texts.correctDay} />
            <FormControlLabel value="undo" control={<Radio />} label={texts.undo} disabled={!canUndo} />
          </RadioGroup>
          {!canUndo && (
            <Typography variant="caption" color="textSecondary">
              {texts.undoLater}
            </Typography>
          )}
          {!undoes && <DayField label={texts.trueDay} value={on} onChange={setOn} problem={problemOf('on')} />}
        </>
      )}
    </CommandDialog>
  );
}
