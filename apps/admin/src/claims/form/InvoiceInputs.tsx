import { Box } from '@mui/material';
import { DateInput, TextInput } from 'react-admin';
import { useMessages } from '../../i18n/messages.js';
import { needed } from '../../ui/form-errors.js';
import { formMessages } from '../../ui/form-messages.js';
import { MoneyInput } from '../../ui/MoneyInput.js';
import { claimFormMessages } from './messages.js';

/** What stands on an invoice. */
export function InvoiceInputs({ source }: { source: string }) {
  const texts = useMessages(claimFormMessages);
  const form = useMessages(formMessages);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 1 }}>
      <TextInput source={`${source}.seller`} label={texts.seller} helperText={false} validate={needed(form.required)} />
      <TextInput
        source={`${source}.sellerUscc`}
        label={texts.sellerUscc}
        helperText={false}
        validate={needed(form.uscc)}
      />
      <MoneyInput source={`${source}.amount`} label={texts.invoiceAmount} />
      <MoneyInput source={`${source}.tax`} label={texts.invoiceTax} />
      <DateInput
        source={`${source}.issuedOn`}
        label={texts.issuedOn}
        parse={(value: string) => value}
        helperText={false}
        validate={needed(form.date)}
      />
      <TextInput source={`${source}.code`} label={texts.invoiceCode} helperText={texts.invoiceCodeHint} />
      <TextInput source={`${source}.reverses`} label={texts.reverses} helperText={texts.reversesHint} />
    </Box>
  );
}
