import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { codeFont } from '../app/theme.js';
import { outcomeOf } from '../api/refusals.js';
import { useDocument } from '../api/use-document.js';
import { useMay } from '../auth/use-user.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { accountMessages } from './account-messages.js';
import { type OnProposal, accountNumberDocument } from './documents.js';

/** A masked number, and the whole of it for those whose open work needs it. Asking is on record. */
export function AccountNumber({ mask, on }: { mask: string; on: OnProposal }) {
  const texts = useMessages(accountMessages);
  const bilingual = useBilingual();
  const mayRead = useMay('BANK_ACCOUNT_READ');
  const [asked, setAsked] = useState(false);
  const query = useDocument(accountNumberDocument, on, { enabled: asked });
  const answer = query.data && outcomeOf(query.data.accountNumber);
  const shown = answer?.done === true ? `${answer.value.number} ${answer.value.holder}` : mask;
  return (
    <>
      <Typography component="span" variant="body2" sx={{ fontFamily: codeFont }}>
        {shown}
      </Typography>
      {mayRead && !asked && (
        <Button size="small" onClick={() => setAsked(true)} title={texts.reading} sx={{ ml: 1 }}>
          {texts.show}
        </Button>
      )}
      {answer?.done === false && (
        <Typography variant="caption" role="status" sx={{ display: 'block' }}>
          {bilingual(answer.refusal.message)}
        </Typography>
      )}
    </>
  );
}
