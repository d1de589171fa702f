import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { type SyntheticEvent, type ReactNode, useId, useState } from 'react';
import type { Outcome, Refusal } from '../api/refusals.js';
import { type DialogDraft, DialogDraftOffer, useDialogDraft } from '../drafts/dialog-draft.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { type ProblemOf, useProblemOf } from './problem-of.js';
import { RefusalNotice } from './RefusalNotice.js';
import { uiMessages } from './ui-messages.js';

interface CommandDialogProps<Value> {
  title: ReactNode;
  /** What the command brings about, in a sentence. */
  says: string;
  confirmLabel: string;
  /** What else to weigh before saying yes. */
  note?: ReactNode;
  /** For commands that end something. */
  grave?: boolean;
  sending: boolean;
  /** False when nothing was sent because the entries are incomplete; null when there was no answer. */
  submit: () => Promise<Outcome<Value> | null> | false;
  onClose: () => void;
  onDone: (value: Value) => void;
  /** What is kept of that which is typed, until it is sent. */
  draft?: DialogDraft;
  /** The fields, if the command takes any. */
  children?: (problemOf: ProblemOf) => ReactNode;
}

/** Asks before a command is sent, and shows its refusal at the field it is about, or below. */
export function CommandDialog<Value>(props: CommandDialogProps<Value>) {
  const { title, says, confirmLabel, note, grave = false, sending, submit, onClose, onDone, draft, children } = props;
  const ui = useMessages(uiMessages);
  const bilingual = useBilingual();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const problemOf = useProblemOf(refusal);
  const titleId = useId();
  const kept = useDialogDraft(draft);

  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setRefusal(null);
    const outcome = await submit();
    if (outcome === false || outcome === null) return;
    if (outcome.done) {
      kept.sent();
      onDone(outcome.value);
    } else {
      setRefusal(outcome.refusal);
    }
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId}>
      <form onSubmit={(event) => void handleSubmit(event)} noValidate>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1 }}>{says}</DialogContentText>
          {note}
          <DialogDraftOffer kept={kept} />
          {children?.(problemOf)}
          <RefusalNotice refusal={refusal && bilingual(refusal.message)} />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button
            type="submit"
            variant="contained"
            autoFocus={children === undefined}
            loading={sending}
            color={grave ? 'error' : 'primary'}
          >
            {confirmLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
