import { Typography } from '@mui/material';
import { useDocument } from '../api/use-document.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { standInDocument } from './documents.js';
import { delegationMessages } from './messages.js';

/** That what one does of a claim is done for who looks after it; nothing where one does not stand in for him. */
export function StandInLine({ claim, assignee }: { claim: string; assignee: { displayName: string } }) {
  const texts = useMessages(delegationMessages);
  const { data } = useDocument(standInDocument, { id: claim }, { enabled: useMay('DELEGATION_GIVE') });
  if (data?.claim?.assignee?.youStandIn !== true) return null;
  return (
    <Typography variant="body2" color="textSecondary">
      {texts.youStandIn(assignee.displayName)}
    </Typography>
  );
}
