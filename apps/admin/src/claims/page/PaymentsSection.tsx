import { Box, Stack, Typography } from '@mui/material';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { accountMessages } from '../../enterprises/account-messages.js';
import { PaymentAim } from '../../payments/PaymentAim.js';
import { PaymentActions } from '../../payments/PaymentActions.js';
import { PaymentStatusChip } from '../../payments/PaymentStatusChip.js';
import { Amount } from '../../ui/Amount.js';
import { Facts } from '../../ui/Facts.js';
import { Section } from '../../ui/Section.js';
import type { Claim } from '../fragments.js';
import type { Payment } from '../../payments/fragments.js';
import { claimPageMessages } from './messages.js';

export function PaymentsSection({ claim }: { claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  return (
    <Section title={texts.payments}>
      {claim.payments.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {texts.noPayments}
        </Typography>
      ) : (
        <Stack sx={{ gap: 2 }}>
          {claim.payments.map((payment) => (
            <PaymentEntry key={payment.id} payment={payment} payee={claim.measure.payee} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

function PaymentEntry({ payment, payee }: { payment: Payment; payee: Claim['measure']['payee'] }) {
  const bilingual = useBilingual();
  const texts = useMessages(claimPageMessages);
  const { account, returnedOn } = useMessages(accountMessages);
  return (
    <Box>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, flexWrap: 'wrap', mb: 0.5 }}>
        <Typography sx={{ fontWeight: 650 }}>{payment.payer.name}</Typography>
        <PaymentStatusChip status={payment.status} />
        <Amount value={payment.amount} unit sx={{ ml: 'auto', fontWeight: 650 }} />
      </Stack>
      <Facts
        entries={[
          [texts.basis, payment.basis],
          [account, <PaymentAim key="account" payment={payment} />],
          payee.kind === 'NATURAL_PERSON' ? [texts.payee, bilingual(payee.says)] : null,
          payment.returnedOn === null ? null : [returnedOn, payment.returnedOn],
          payment.bankReference === null ? null : [texts.bankReference, payment.bankReference],
          payment.settledOn === null ? null : [texts.settledOn, payment.settledOn],
          payment.returnReason === null ? null : [texts.returnReason, payment.returnReason],
        ]}
      />
      <PaymentActions payment={payment} />
    </Box>
  );
}
