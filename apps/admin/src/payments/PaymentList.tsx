import { Stack, Typography } from '@mui/material';
import { BooleanInput, SelectArrayInput, TextInput, useListContext } from 'react-admin';
import { Link } from 'react-router';
import { ClaimNumber } from '../claims/list/ClaimNumber.js';
import { useMessages } from '../i18n/messages.js';
import { DivisionInput } from '../policies/try/DivisionInput.js';
import { Amount } from '../ui/Amount.js';
import { choicesOf } from '../ui/choices.js';
import { EmptyState } from '../ui/EmptyState.js';
import { FilterBar, onOrAbsent } from '../ui/list/FilterBar.js';
import { type ListColumn, oneLine, onWide, onWidest } from '../ui/list/list-column.js';
import { NarrowedBy } from '../ui/list/NarrowedBy.js';
import { ListPage } from '../ui/list/ListPage.js';
import { RecordCards } from '../ui/list/RecordCards.js';
import { paymentMessages } from './messages.js';
import { usePaymentExport } from './payment-export.js';
import { PaymentAim } from './PaymentAim.js';
import { PaymentActions } from './PaymentActions.js';
import { PaymentStatusChip } from './PaymentStatusChip.js';
import { defaultPaymentSort } from './payment-source.js';
import type { Payment } from './fragments.js';

export function PaymentList() {
  const texts = useMessages(paymentMessages);
  return (
    <ListPage
      title={texts.title}
      resource="payments"
      sort={defaultPaymentSort}
      columns={usePaymentColumns()}
      cards={<PaymentCards />}
      exported={usePaymentExport()}
      filters={<PaymentFilters />}
      empty={<EmptyState title={texts.empty} hint={texts.emptyHint} />}
    />
  );
}

function PaymentFilters() {
  const { filters, narrowedBy, statuses } = useMessages(paymentMessages);
  return (
    <>
      <FilterBar>
        <TextInput source="query" label={filters.query} resettable />
        <SelectArrayInput source="status" label={filters.status} choices={choicesOf(statuses)} />
        <DivisionInput source="payer" label={filters.payer} under={null} offered="ever" />
        <BooleanInput source="waitingForMe" label={filters.waitingForMe} parse={onOrAbsent} />
      </FilterBar>
      <NarrowedBy labels={narrowedBy} words={usePaymentExport().values} />
    </>
  );
}

function usePaymentColumns(): readonly ListColumn<Payment>[] {
  const { columns } = useMessages(paymentMessages);
  return [
    { source: 'claim', label: columns.claim, render: ({ claim }) => <ClaimNumber id={claim.id} /> },
    {
      source: 'enterprise',
      label: columns.enterprise,
      sx: { minWidth: 150 },
      render: (payment) => (
        <>
          <Payee payment={payment} />
          <PaymentAim payment={payment} />
        </>
      ),
    },
    {
      source: 'amount',
      label: columns.amount,
      isSorted: true,
      isFigure: true,
      render: ({ amount, payer }) => (
        <>
          <Amount value={amount} />
          <Typography variant="caption" color="textSecondary" sx={{ display: 'block', whiteSpace: 'nowrap' }}>
            {payer.name}
          </Typography>
        </>
      ),
    },
    { source: 'basis', label: columns.basis, on: onWidest, render: ({ basis }) => basis },
    {
      source: 'status',
      label: columns.status,
      render: ({ status, returnReason }) => (
        <>
          <PaymentStatusChip status={status} />
          {returnReason !== null && (
            <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
              {returnReason}
            </Typography>
          )}
        </>
      ),
    },
    {
      source: 'instructedOn',
      label: columns.days,
      isSorted: true,
      sx: oneLine,
      on: onWide,
      render: (payment) => <Days payment={payment} />,
    },
    {
      source: 'actions',
      label: columns.actions,
      render: (payment) => <PaymentActions payment={payment} direction="column" />,
    },
  ];
}

/** When it was instructed, and when and under which reference it was paid. */
function Days({ payment: { instructedOn, settledOn, bankReference } }: { payment: Payment }) {
  return (
    <>
      {instructedOn}
      {settledOn !== null && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
          {`→ ${settledOn}`}
        </Typography>
      )}
      {bankReference !== null && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
          {bankReference}
        </Typography>
      )}
    </>
  );
}

function PaymentCards() {
  const { data = [] } = useListContext<Payment>();
  return (
    <RecordCards rows={data}>
      {(payment) => (
        <>
          <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
            <ClaimNumber id={payment.claim.id} />
            <PaymentStatusChip status={payment.status} />
          </Stack>
          <Payee payment={payment} />
          <PaymentAim payment={payment} />
          <Stack direction="row" sx={{ justifyContent: 'space-between' }}>
            <Typography variant="body2">{payment.payer.name}</Typography>
            <Amount value={payment.amount} unit sx={{ fontWeight: 650 }} />
          </Stack>
          <Typography component="div" variant="body2" color="textSecondary">
            <Days payment={payment} />
          </Typography>
          <PaymentActions payment={payment} />
        </>
      )}
    </RecordCards>
  );
}

function Payee({ payment }: { payment: Payment }) {
  return (
    <Typography
      component={Link}
      to={`/enterprises/${payment.enterprise.uscc}/show`}
      variant="body2"
      sx={{ color: 'text.primary', textDecorationColor: 'transparent', '&:hover': { textDecorationColor: 'inherit' } }}
    >
      {payment.enterprise.name}
    </Typography>
  );
}
