import { Box, Typography } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { grouped } from '../ui/money.js';
import type { EvidenceFile } from './documents.js';
import { fileMessages } from './messages.js';

/** What was read of the invoices in a file, and where the claim states something else. */
export function ReadInvoices({ file: { invoices } }: { file: EvidenceFile }) {
  const texts = useMessages(fileMessages);
  return invoices.map((invoice) => (
    <Box key={invoice.number} sx={{ my: 0.5, overflowWrap: 'anywhere' }}>
      <Typography variant="body2">
        {texts.read({ ...invoice, amount: grouped(invoice.amount), tax: grouped(invoice.tax) })}
      </Typography>
      {!invoice.isStated && (
        <Typography variant="caption" color="textSecondary">
          {texts.notStated}
        </Typography>
      )}
      {invoice.differences.length > 0 && (
        <Box sx={{ my: 0.5 }}>
          <Notice tone="warning" title={texts.differs}>
            {invoice.differences.map(({ field, stated, read }) => (
              <Typography key={field} variant="body2">
                {texts.difference(texts.invoiceFields[field], stated, read)}
              </Typography>
            ))}
          </Notice>
        </Box>
      )}
    </Box>
  ));
}
