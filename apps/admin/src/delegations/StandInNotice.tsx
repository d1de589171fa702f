import { Button, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { pageSizeMax } from '../api/pages.js';
import { useMay, useUser } from '../auth/use-user.js';
import { stoodInPath } from '../dashboard/paths.js';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { usePersonName } from '../ui/person.js';
import { uiMessages } from '../ui/ui-messages.js';
import { delegationsDocument } from './documents.js';
import { delegationMessages } from './messages.js';

/** On the start page: for whom one stands in, and who stands in for oneself; nothing where nobody does. */
export function StandInNotice() {
  const texts = useMessages(delegationMessages);
  const { listed } = useMessages(uiMessages);
  const personName = usePersonName();
  const user = useUser();
  const mayGive = useMay('DELEGATION_GIVE');
  const query = useDocument(
    delegationsDocument,
    { first: pageSizeMax, after: null, filter: { standing: ['STANDING'] } },
    { enabled: mayGive },
  );
  const standing = query.data?.delegations.nodes ?? [];
  const received = standing.filter(({ deputy }) => deputy.userId === user?.id);
  const given = standing.filter(({ official }) => official.userId === user?.id);
  return (
    <>
      {received.length > 0 && (
        <Notice
          tone="info"
          title={texts.standsIn(listed(received.map(({ official }) => personName(official))))}
          action={
            <Button size="small" component={Link} to={stoodInPath}>
              {texts.toQueue}
            </Button>
          }
        >
          {received.map(({ id, official, until, measures }) => (
            <Typography key={id} variant="body2">
              {texts.standsInHint(
                official.displayName,
                until,
                measures === null ? null : listed(measures.map(({ clauseId }) => clauseId)),
              )}
            </Typography>
          ))}
        </Notice>
      )}
      {given.map(({ id, deputy, from, until }) => (
        <Notice
          key={id}
          tone="info"
          title={texts.away(personName(deputy), from, until)}
          action={
            <Button size="small" component={Link} to="/delegations">
              {texts.toPage}
            </Button>
          }
        />
      ))}
    </>
  );
}
