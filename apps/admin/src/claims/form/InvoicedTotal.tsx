import { type Fen, ZERO, formatYuan, parseYuan, subtract, sum } from '@duixian/money';
import { Typography } from '@mui/material';
import { useWatch } from 'react-hook-form';
import { useMessages } from '../../i18n/messages.js';
import { grouped } from '../../ui/money.js';
import { readYuan } from '../../ui/read-yuan.js';
import { type DocumentEntries, claimEntries } from './claim-entries.js';
import { claimFormMessages } from './messages.js';

/** What the invoices typed so far come to, and whether the fact that they bound is more than that. */
export function InvoicedTotal({ fact }: { fact: string | null }) {
  const texts = useMessages(claimFormMessages);
  const entries = claimEntries.safeParse(useWatch());
  if (!entries.success) return null;
  const { evidence, facts } = entries.data;
  const total = sum(evidence.map(totalOf));
  const stated = fact === null ? null : fenOf(facts[fact]);
  const isTooMuch = stated !== null && stated > total;
  return (
    <Typography variant="body2" color={isTooMuch ? 'error' : 'textSecondary'}>
      {texts.invoicedTotal(grouped(formatYuan(total)))}
      {isTooMuch && texts.invoicedTooLittle}
    </Typography>
  );
}

/** With tax; a red-letter invoice takes away. */
function totalOf({ kind, invoice }: DocumentEntries): Fen {
  if (kind !== 'INVOICE') return ZERO;
  const total = sum([fenOf(invoice.amount) ?? ZERO, fenOf(invoice.tax) ?? ZERO]);
  return invoice.reverses === '' ? total : subtract(ZERO, total);
}

function fenOf(typed: unknown): Fen | null {
  const yuan = typeof typed === 'string' ? readYuan(typed) : null;
  return yuan === null ? null : parseYuan(yuan);
}
