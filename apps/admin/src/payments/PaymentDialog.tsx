import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { accountMessages } from '../enterprises/account-messages.js';
import { PayeeAccount } from '../enterprises/PayeeAccount.js';
import { reasonDraft } from '../drafts/dialog-draft.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import type { ProblemOf } from '../ui/problem-of.js';
import { grouped } from '../ui/money.js';
import { today } from '../ui/beijing-time.js';
import { uiMessages } from '../ui/ui-messages.js';
import { confirmPayment, recordBankReturn, reinstructPayment } from './documents.js';
import { paymentMessages } from './messages.js';
import type { PaymentActionName } from '../api/schema/enums.generated.js';
import type { Payment } from './fragments.js';

interface PaymentDialogProps {
  action: PaymentActionName;
  payment: Payment;
  onClose: () => void;
}

interface Entries {
  bankReference: string;
  paidOn: string;
  returnedOn: string;
  reason: string;
}

const fieldsOf: Record<PaymentActionName, (keyof Entries)[]> = {
  CONFIRM: ['bankReference', 'paidOn'],
  RETURN: ['returnedOn', 'reason'],
  REINSTRUCT: [],
};

/** Asks for what a step of a payment needs, and sends it. */
export function PaymentDialog({ action, payment, onClose }: PaymentDialogProps) {
  const texts = useMessages(paymentMessages);
  const { of } = useMessages(uiMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [entries, setEntries] = useState<Entries>({
    bankReference: '',
    paidOn: today(),
    returnedOn: today(),
    reason: '',
  });
  const [missing, setMissing] = useState<(keyof Entries)[]>([]);
  const fields = fieldsOf[action];

  const submit = () => {
    const empty = fields.filter((field) => entries[field].trim() === '');
    setMissing(empty);
    if (empty.length > 0) return false;
    const { bankReference, paidOn, returnedOn, reason } = entries;
    const { id, attempt } = payment;
    switch (action) {
      case 'CONFIRM':
        return send(confirmPayment, { payment: id, attempt, bankReference: bankReference.trim(), paidOn });
      case 'RETURN':
        return send(recordBankReturn, { payment: id, attempt, reason: reason.trim(), returnedOn });
      case 'REINSTRUCT':
        return send(reinstructPayment, { payment: id });
    }
  };
  const done = () => {
    notify(of(texts.done[action], `${payment.enterprise.name} ${grouped(payment.amount)}`), { type: 'success' });
    onClose();
  };
  const entryField = (field: keyof Entries, index: number, problemOf: ProblemOf) => {
    const problem = missing.includes(field) ? texts.required : problemOf(field);
    return (
      <TextField
        key={field}
        label={texts[field]}
        type={field === 'paidOn' || field === 'returnedOn' ? 'date' : 'text'}
        value={entries[field]}
        onChange={(event) => setEntries({ ...entries, [field]: event.target.value })}
        error={problem !== undefined}
        helperText={problem}
        autoFocus={index === 0}
        fullWidth
        margin="dense"
      />
    );
  };

  return (
    <CommandDialog
      title={<Title action={texts.actions[action]} payment={payment} />}
      says={texts.says[action]}
      note={action === 'REINSTRUCT' && <PayeeAccount uscc={payment.enterprise.uscc} />}
      confirmLabel={texts.actions[action]}
      sending={sending}
      submit={submit}
      onClose={onClose}
      {...(fields.includes('reason') && {
        draft: reasonDraft(`payment/${payment.id}/${String(payment.attempt)}`, entries.reason, (reason) =>
          setEntries({ ...entries, reason }),
        ),
      })}
      onDone={done}
      {...(fields.length > 0 && {
        children: (problemOf: ProblemOf) => fields.map((field, index) => entryField(field, index, problemOf)),
      })}
    />
  );
}

function Title({ action, payment }: { action: string; payment: Payment }) {
  const texts = useMessages(accountMessages);
  return (
    <>
      {action}
      <Typography variant="body2" color="textSecondary">
        {`${payment.payer.name} → ${payment.enterprise.name} ${grouped(payment.amount)}`}
        {payment.attempt > 1 && ` · ${texts.attempt(payment.attempt)}`}
      </Typography>
    </>
  );
}
