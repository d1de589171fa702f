import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { Section } from '../ui/Section.js';
import { AccountDialog } from './AccountDialog.js';
import { accountMessages } from './account-messages.js';
import { AccountNumber } from './AccountNumber.js';
import type { BankAccountChange } from './account-shapes.js';
import { accountAnswers, type Enterprise } from './documents.js';
import { NoticeDialog } from './NoticeDialog.js';
import { ProposalButtons } from './ProposalButtons.js';

/** Where the enterprise's money goes, what is under way, and what was before. */
export function AccountsSection({ enterprise }: { enterprise: Enterprise }) {
  const texts = useMessages(accountMessages);
  const mayPropose = useMay('bank-account.change');
  const [proposing, setProposing] = useState(false);
  const { bankAccounts, accountSharedWith, uscc } = enterprise;
  return (
    <Section
      title={texts.title}
      aside={
        mayPropose && (
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
            <AccountEntry change={change} uscc={uscc} />
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

function AccountEntry({ change, uscc }: { change: BankAccountChange; uscc: string }) {
  const texts = useMessages(accountMessages);
  const { account, standing, inForce } = change;
  const on = { uscc, proposal: change.id };
  const isPending = standing === 'OPEN' || standing === 'WAITING';
  const label = standing !== 'IN_FORCE' ? texts.standings[standing] : inForce ? texts.current : texts.earlier;
  return (
    <Stack sx={{ gap: 0.5 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Chip
          size="small"
          label={label}
          color={inForce ? 'primary' : 'default'}
          variant={isPending ? 'outlined' : 'filled'}
        />
        <Typography variant="body2">{account.bank}</Typography>
      </Stack>
      <Box>
        <AccountNumber mask={account.mask} on={on} />
      </Box>
      {linesOf(change, texts).map((line) => (
        <Typography key={line} variant="caption" color="textSecondary">
          {line}
        </Typography>
      ))}
      {standing === 'OPEN' && change.needsNotice && change.notice === null && !change.isMine && (
        <NoticeButton on={on} />
      )}
      {isPending && (
        <ProposalButtons
          answers={accountAnswers}
          agreeSays={texts.agreeSays}
          matter={account.mask}
          on={on}
          isMine={change.isMine}
          isOpen={standing === 'OPEN'}
          agreeing="bank-account.change"
          refusing="bank-account.refuse"
        />
      )}
    </Stack>
  );
}

function linesOf(change: BankAccountChange, texts: (typeof accountMessages)['zh']): string[] {
  const { notice, answeredBy, answeredOn, standing } = change;
  return [
    `${texts.cnaps} ${change.account.cnaps}`,
    texts.proposedBy(change.proposedBy, change.proposedOn),
    ...(change.holderReason === null ? [] : [`${texts.holderReason}：${change.holderReason}`]),
    ...(standing === 'OPEN' ? [texts.opensUntil(change.opensUntil)] : []),
    ...(notice === null ? [] : [`${texts.noticeGiven(texts.ways[notice.how], notice.by, notice.on)}：${notice.note}`]),
    ...(answeredBy === null || answeredOn === null ? [] : [texts.answeredBy(answeredBy, answeredOn)]),
    ...(change.effectiveFrom === null ? [] : [texts.effectiveFrom(change.effectiveFrom)]),
    ...(change.waiting === 'CAUTIOUS' ? [texts.cautious] : []),
    ...(change.reason === null ? [] : [change.reason]),
  ];
}

function NoticeButton({ on }: { on: { uscc: string; proposal: string } }) {
  const texts = useMessages(accountMessages);
  const mayGive = useMay('bank-account.change');
  const [giving, setGiving] = useState(false);
  return (
    <Notice
      tone="info"
      title={texts.noticeNeeded}
      action={
        mayGive && (
          <Button size="small" onClick={() => setGiving(true)}>
            {texts.giveNotice}
          </Button>
        )
      }
    >
      {giving && <NoticeDialog on={on} onClose={() => setGiving(false)} />}
    </Notice>
  );
}
