import { Box, Stack, Typography } from '@mui/material';
import { Link, useParams } from 'react-router';
import { appMessages } from '../app/app-messages.js';
import { useDocument } from '../api/use-document.js';
import type { User } from '../auth/documents.js';
import { useMay } from '../auth/use-user.js';
import { Timeline } from '../claims/page/Timeline.js';
import { eventsDocument } from '../events/documents.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Facts } from '../ui/Facts.js';
import { Page } from '../ui/Page.js';
import { usePersonName } from '../ui/person.js';
import { Section } from '../ui/Section.js';
import { uiMessages } from '../ui/ui-messages.js';
import { AccessSection } from './AccessSection.js';
import { ActivationCodes } from './activation/ActivationCodes.js';
import { ChangeForms } from './ChangeForms.js';
import { userDocument } from './documents.js';
import { userMessages } from './messages.js';
import { Proposals } from './Proposals.js';

const EVENTS_SHOWN = 50;

export function UserEdit() {
  const texts = useMessages(userMessages);
  const { id = '' } = useParams();
  const query = useDocument(userDocument, { id });
  return (
    <Answer query={query}>
      {({ user }) =>
        user ? (
          <UserView user={user} />
        ) : (
          <Page title={texts.title}>
            <Stack sx={{ gap: 2, maxWidth: 720 }}>
              <EmptyState title={texts.empty} hint={texts.needsSecond} />
              <Proposals title={texts.history} empty={texts.historyEmpty} filter={{ official: id }} />
              <Record id={id} />
            </Stack>
          </Page>
        )
      }
    </Answer>
  );
}

function UserView({ user }: { user: User }) {
  const texts = useMessages(userMessages);
  const { roles } = useMessages(appMessages);
  const { listed } = useMessages(uiMessages);
  const personName = usePersonName();
  const mayManage = useMay('USER_MANAGE');
  return (
    <Page title={texts.edit(personName(user))}>
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}
      >
        <Stack sx={{ gap: 2 }}>
          <Section title={personName(user)}>
            <Facts
              entries={[
                [texts.columns.roles, listed(user.roles.map((one) => roles[one]))],
                [texts.columns.division, user.division.name],
                [texts.columns.department, user.department ?? '—'],
                [texts.columns.state, user.disabled ? texts.disabled : texts.active],
              ]}
            />
          </Section>
          {mayManage && (
            <>
              <Typography variant="body2" color="textSecondary">
                {texts.needsSecond}
              </Typography>
              <AccessSection user={user} />
              <ChangeForms user={user} />
            </>
          )}
        </Stack>
        <Stack sx={{ gap: 2 }}>
          <ActivationCodes official={user.id} />
          <Proposals title={texts.history} empty={texts.historyEmpty} filter={{ official: user.id }} />
          <Record id={user.id} />
        </Stack>
      </Box>
    </Page>
  );
}

/** What happened to the account, the newest first. */
function Record({ id }: { id: string }) {
  const texts = useMessages(userMessages);
  const stream = `official-${id}`;
  const query = useDocument(eventsDocument, { first: EVENTS_SHOWN, after: null, filter: { stream } });
  const all = `/events?${new URLSearchParams({ filter: JSON.stringify({ stream }) }).toString()}`;
  return (
    <Section title={texts.timeline} aside={<Link to={all}>{texts.allEvents}</Link>}>
      <Answer query={query}>
        {({ events: { nodes } }) =>
          nodes.length === 0 ? (
            <Typography variant="body2" color="textSecondary">
              {texts.timelineEmpty}
            </Typography>
          ) : (
            <Timeline entries={nodes} />
          )
        }
      </Answer>
    </Section>
  );
}
