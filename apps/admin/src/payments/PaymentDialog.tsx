import { TextField, Typography } from '@mui/material';
import { type PaymentEntry, paymentStepOf } from '@duixian/treasury/steps';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { accountMessages } from '../enterprises/account-messages.js';
import { PayeeAccount } from '../enterprises/PayeeAccount.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import type { ProblemOf } from '../ui/problem-of.js';
import { grouped } from '../ui/money.js';
import { today } from '../ui/beijing-time.js';
import { uiMessages } from '../ui/ui-messages.js';
import { paymentMessages } from './messages.js';
import { type PaymentEntries, takePaymentStep } from './steps.js';
import type { PaymentActionName } from '../api/schema/enums.generated.js';
import type { Payment } from './fragments.js';

interface PaymentDialogProps {
  action: PaymentActionName;
  payment: Payment;
  onClose: () => void;
}

/** Asks for what a step of a payment needs, as its entry says, and sends it. */
export function PaymentDialog({ action, payment, onClose }: PaymentDialogProps) {
  const { required } = useMessages(paymentMessages);
  const { of } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const { button, asks, dialog } = paymentStepOf(action);
  const fields = Object.entries(asks);
  const [entries, setEntries] = useState<PaymentEntries>(
    Object.fromEntries(fields.map(([field, { kind }]) => [field, kind === 'day' ? today() : ''])),
  );
  const [missing, setMissing] = useState<readonly string[]>([]);
  const kept = fields
    .filter(([, { kind }]) => kind === 'paragraph')
    .map(([field]) => [field, entries[field] ?? ''] as const);

  const submit = () => {
    const told = Object.entries(entries).map(([field, text]) => [field, text.trim()] as const);
    const empty = told.filter(([, text]) => text === '').map(([field]) => field);
    setMissing(empty);
    return empty.length === 0 && takePaymentStep(send, action, payment, Object.fromEntries(told));
  };
  const done = () => {
    notify(of(bilingual(dialog.done), `${payment.enterprise.name} ${grouped(payment.amount)}`), { type: 'success' });
    onClose();
  };
  const entryField = (field: string, { kind, label }: PaymentEntry, isFirst: boolean, problemOf: ProblemOf) => {
    const problem = missing.includes(field) ? required : problemOf(field);
    return (
      <TextField
        key={field}
        label={bilingual(label)}
        type={kind === 'day' ? 'date' : 'text'}
        value={entries[field]}
        onChange={(event) => setEntries({ ...entries, [field]: event.target.value })}
        error={problem !== undefined}
        helperText={problem}
        autoFocus={isFirst}
        fullWidth
        margin="dense"
      />
    );
  };

  return (
    <CommandDialog
      title={<Title action={bilingual(button)} payment={payment} />}
      says={bilingual(dialog.says)}
      note={action === 'REINSTRUCT' && <PayeeAccount uscc={payment.enterprise.uscc} />}
      confirmLabel={bilingual(button)}
      sending={sending}
      submit={submit}
      onClose={onClose}
      {...(kept.length > 0 && {
        draft: {
          form: `payment/${payment.id}/${String(payment.attempt)}`,
          texts: Object.fromEntries(kept),
          onRestore: (texts) => setEntries({ ...entries, ...texts }),
        },
      })}
      onDone={done}
      {...(fields.length > 0 && {
        children: (problemOf: ProblemOf) =>
          fields.map(([field, entry], index) => entryField(field, entry, index === 0, problemOf)),
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
