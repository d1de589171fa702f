import { Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useMay } from '../auth/use-user.js';
import { accountMessages } from '../enterprises/account-messages.js';
import { openProposalsDocument } from '../enterprises/documents.js';
import { useMessages } from '../i18n/messages.js';
import { Section } from '../ui/Section.js';

/** What waits for a second person at the window: accounts and moves that a colleague proposed. */
export function OpenProposals() {
  const texts = useMessages(accountMessages);
  const mayAnswer = useMay('BANK_ACCOUNT_CHANGE');
  const query = useDocument(openProposalsDocument, {}, { enabled: mayAnswer });
  if (!mayAnswer || query.data === undefined) return null;
  const { openProposals } = query.data;
  return (
    <Section title={texts.openTitle}>
      {openProposals.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {texts.openNone}
        </Typography>
      )}
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1 }}>
        {openProposals.map((one) => (
          <Typography key={one.proposal} component="li" variant="body2">
            <Link to={`/enterprises/${one.uscc}/show`}>{one.name}</Link>
            {` · ${texts.kinds[one.kind]} · ${one.proposedOn} · `}
            {one.isMine ? texts.mine : texts.opensUntil(one.opensUntil)}
          </Typography>
        ))}
      </Stack>
    </Section>
  );
}
