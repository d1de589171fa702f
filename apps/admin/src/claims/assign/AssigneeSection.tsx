import { Stack, Typography } from '@mui/material';
import { useDocument } from '../../api/use-document.js';
import { useAsOf } from '../../as-of/AsOfProvider.js';
import { useUser } from '../../auth/use-user.js';
import { StandInLine } from '../../delegations/StandInLine.js';
import { useMessages } from '../../i18n/messages.js';
import { recusalsOfClaimDocument } from '../../recusals/documents.js';
import { Section } from '../../ui/Section.js';
import { leadsForward, permissionOf } from '../actions/steps.js';
import type { Claim } from '../fragments.js';
import { AssignButtons } from './AssignButtons.js';
import { assignMessages } from './messages.js';

/** Who of the office looks after the claim; nothing where it is closed. Who takes no part in it neither takes nor gives it. */
export function AssigneeSection({ claim: { id, status, assignee, actions } }: { claim: Claim }) {
  const texts = useMessages(assignMessages);
  const { asOf } = useAsOf();
  const user = useUser();
  const recusals = useDocument(recusalsOfClaimDocument, { id }).data?.claim?.recusals;
  const takesPart = recusals?.every(({ official }) => official.userId !== user?.id) ?? false;
  const forward = actions.filter(({ action }) => leadsForward(action, status));
  if (forward.length === 0 && assignee === null) return null;
  const isOfOffice = forward.some(({ action }) => user?.permissions.includes(permissionOf(action)));
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
      {isOfOffice && takesPart && asOf === null && (
        <Stack direction="row" sx={{ gap: 1, mt: 0.5 }}>
          <AssignButtons claims={[id]} isMine={assignee?.isMe ?? false} />
        </Stack>
      )}
    </Section>
  );
}
