import { Stack, Typography } from '@mui/material';
import { useDocument } from '../../api/use-document.js';
import { useAsOf } from '../../as-of/AsOfProvider.js';
import { StandInLine } from '../../delegations/StandInLine.js';
import { useMessages } from '../../i18n/messages.js';
import { Section } from '../../ui/Section.js';
import { leadsForward } from '../actions/steps.js';
import type { Claim } from '../fragments.js';
import { AssignButtons } from './AssignButtons.js';
import { assigningDocument } from './documents.js';
import { assignMessages } from './messages.js';

/** Who of the office looks after the claim; nothing where it is closed. Its colleagues take and give it. */
export function AssigneeSection({ claim: { id, status, assignee, actions } }: { claim: Claim }) {
  const texts = useMessages(assignMessages);
  const { asOf } = useAsOf();
  const found = useDocument(assigningDocument, { id }, { enabled: asOf === null }).data?.claim;
  if (assignee === null && !actions.some(({ action }) => leadsForward(action, status))) return null;
  return (
    <Section title={texts.title}>
      <Typography variant="body2">
        {assignee === null
          ? texts.nobody
          : texts.since(
              assignee.isMe ? `${assignee.displayName} · ${texts.mine}` : assignee.displayName,
              assignee.since,
            )}
      </Typography>
      {assignee !== null && !assignee.isMe && asOf === null && <StandInLine claim={id} assignee={assignee} />}
      {asOf === null && found?.assigningRefusal === null && (
        <Stack direction="row" sx={{ gap: 1, mt: 0.5 }}>
          <AssignButtons claims={[id]} isMine={assignee?.isMe ?? false} />
        </Stack>
      )}
    </Section>
  );
}
