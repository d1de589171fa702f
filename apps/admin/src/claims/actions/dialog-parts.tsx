import { Typography } from '@mui/material';
import { Link } from 'react-router';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { uiMessages } from '../../ui/ui-messages.js';
import type { Claim } from '../fragments.js';

/** What is done, and below it with which claim. */
export function DialogTitleOf({ action, claim }: { action: string; claim: Claim }) {
  const bilingual = useBilingual();
  return (
    <>
      {action}
      <Typography variant="body2" color="textSecondary">
        {`${claim.enterprise.name} · ${bilingual(claim.measure.title)}`}
      </Typography>
    </>
  );
}

/** Leads back to the claim, where a step taken by mistake can be returned or withdrawn. */
export function DoneNotice({ says, claim }: { says: string; claim: Claim }) {
  const { of } = useMessages(uiMessages);
  return (
    <span>
      {of(says, claim.enterprise.name)}{' '}
      <Link to={`/claims/${claim.id}/show`} style={{ color: 'inherit' }}>
        {claim.id}
      </Link>
    </span>
  );
}
