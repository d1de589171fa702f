import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { Section } from '../ui/Section.js';
import { uiMessages } from '../ui/ui-messages.js';
import { AccountDialog } from './AccountDialog.js';
import { accountMessages } from './account-messages.js';
import { AccountNumber } from './AccountNumber.js';
import type { BankAccountChange } from './fragments.js';
import { ChangeEntry } from './ChangeEntry.js';
import { accountAnswers, type Enterprise, giveAccountNotice } from './documents.js';

/** Where the enterprise's money goes, what is under way, and what was before. */
export function AccountsSection({ enterprise }: { enterprise: Enterprise }) {
  const texts = useMessages(accountMessages);
  const mayPropose = useMay('BANK_ACCOUNT_CHANGE');
  const [proposing, setProposing] = useState(false);
  const { bankAccounts, accountSharedWith, closure } = enterprise;
  return (
    <Section
      title={texts.title}
      aside={
        mayPropose &&
        closure === null && (
          <Button size="small" onClick={() => setProposing(true)}>
            {texts.propose}
          </Button>
        )
      }
    >
      {accountSharedWith.length > 0 && <SharedNotice codes={accountSharedWith} />}
      {!bankAccounts.some(({ inForce }) => inForce) && (
        <Typography variant="body2" color="textSecondary">
          {texts.none}
        </Typography>
      )}
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {bankAccounts.map((change) => (
          <Box component="li" key={change.id} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
            <AccountEntry change={change} enterprise={enterprise} />
          </Box>
        ))}
      </Stack>
      {proposing && <AccountDialog enterprise={enterprise} onClose={() => setProposing(false)} />}
    </Section>
  );
}

export function SharedNotice({ codes }: { codes: string[] }) {
  const texts = useMessages(accountMessages);
  return (
    <Notice tone="warning" title={texts.shared(codes.length)}>
      {codes.map((code) => (
        <Typography key={code} variant="body2" component={Link} to={`/enterprises/${code}/show`} sx={{ mr: 1 }}>
          {code}
        </Typography>
      ))}
    </Notice>
  );
}

function AccountEntry({ change, enterprise }: { change: BankAccountChange; enterprise: Enterprise }) {
  const texts = useMessages(accountMessages);
  const { of } = useMessages(uiMessages);
  const { account, holderReason, isFound } = change;
  return (
    <ChangeEntry
      change={change}
      enterprise={enterprise}
      canHold={enterprise.closure === null}
      giveNotice={giveAccountNotice}
      title={<Typography variant="body2">{account.bank}</Typography>}
      lines={[
        ...(isFound ? [] : [`${texts.cnaps} ${account.cnaps}`]),
        ...(holderReason === null ? [] : [of(texts.holderReason, holderReason)]),
      ]}
      answers={accountAnswers}
      matter={account.mask}
      details={[[texts.bank, account.bank]]}
    >
      <Box>
        <AccountNumber mask={account.mask} on={{ uscc: enterprise.uscc, proposal: change.id }} />
      </Box>
    </ChangeEntry>
  );
}
