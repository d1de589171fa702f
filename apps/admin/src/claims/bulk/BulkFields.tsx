import { TextField } from '@mui/material';
import { useState } from 'react';
import type { BulkAction } from '../../api/schema/enums.generated.js';
import { useMessages } from '../../i18n/messages.js';
import { actionMessages } from '../actions/messages.js';
import type { BulkWords } from './bulk-set.js';
import { bulkMessages } from './messages.js';

/** What most clauses ask for. */
const daysUsual = '7';

const FIELD_OF: Readonly<Record<BulkAction, keyof BulkWords | null>> = {
  ACCEPT: null,
  RETURN: 'reason',
  REVIEW: 'opinion',
  REJECT: 'reason',
  DETERMINE: null,
  PUBLICISE: 'days',
  INSTRUCT: null,
};

interface BulkEntries {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly words: BulkWords;
}

/** What is said of all claims of a set. */
export function useBulkEntries(action: BulkAction): BulkEntries {
  const { opinionDefault } = useMessages(actionMessages);
  const field = FIELD_OF[action];
  const [text, setText] = useState(field === 'opinion' ? opinionDefault : field === 'days' ? daysUsual : '');
  const words = {
    reason: field === 'reason' ? text : null,
    opinion: field === 'opinion' ? text : null,
    // What is no number is no length that a rule allows: the preview says so.
    days: field === 'days' ? (/^\d{1,3}$/.test(text) ? Number(text) : 0) : null,
  };
  return { text, setText, words };
}

interface BulkFieldsProps {
  action: BulkAction;
  entries: BulkEntries;
  disabled: boolean;
  onChange: () => void;
}

export function BulkFields({ action, entries: { text, setText }, disabled, onChange }: BulkFieldsProps) {
  const texts = useMessages(actionMessages);
  const { daysHint, reasonHint } = useMessages(bulkMessages);
  const field = FIELD_OF[action];
  if (field === null) return null;
  return (
    <TextField
      label={texts[field]}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onChange();
      }}
      helperText={field === 'days' ? daysHint : reasonHint}
      multiline={field !== 'days'}
      minRows={field === 'days' ? undefined : 2}
      disabled={disabled}
      fullWidth
      autoFocus
      margin="dense"
    />
  );
}
