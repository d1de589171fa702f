import { Stack, Typography } from '@mui/material';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { accountMessages } from './account-messages.js';
import { payeeAccountDocument } from './documents.js';
import { SharedNotice } from './AccountsSection.js';

/** Where an instruction would go now, and what is under way with it: seen before finance instructs. */
export function PayeeAccount({ uscc }: { uscc: string }) {
  const texts = useMessages(accountMessages);
  const enterprise = useDocument(payeeAccountDocument, { uscc }).data?.enterprise;
  if (enterprise == null) return null;
  const current = enterprise.bankAccounts.find(({ inForce }) => inForce);
  const pending = enterprise.bankAccounts.find(({ standing }) => standing === 'OPEN' || standing === 'WAITING');
  return (
    <Stack sx={{ gap: 1, mb: 1 }}>
      {current === undefined ? (
        <Notice tone="warning" title={texts.none} />
      ) : (
        <Typography variant="body2">{`${texts.payTo} ${current.account.bank} ${current.account.mask}`}</Typography>
      )}
      {pending !== undefined && (
        <Notice tone="warning" title={texts.pending(pending.effectiveFrom ?? texts.standings[pending.standing])} />
      )}
      {enterprise.accountSharedWith.length > 0 && <SharedNotice codes={enterprise.accountSharedWith} />}
    </Stack>
  );
}
