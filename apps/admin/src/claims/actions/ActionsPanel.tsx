import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { useNavigate } from 'react-router';
import { useDocument } from '../../api/use-document.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Disclosure } from '../../ui/Disclosure.js';
import { Section } from '../../ui/Section.js';
import { claimPageMessages } from '../page/messages.js';
import type { ClaimActionName } from '../../api/schema/enums.generated.js';
import type { Claim, ClaimAction } from '../fragments.js';
import { routeDocument } from '../route/documents.js';
import { ReturnDialog } from '../returned/ReturnDialog.js';
import { ForwardDialog } from '../route/ForwardDialog.js';
import { StepDialog } from '../route/StepDialog.js';
import { DetermineDialog } from '../condition/DetermineDialog.js';
import { ActionDialog } from './ActionDialog.js';
import { sortActions } from './main-action.js';
import { nearClaimsDocument } from '../near-document.js';
import { claimStep } from './steps.js';
import { uiMessages } from '../../ui/ui-messages.js';

interface ActionsPanelProps {
  claim: Claim;
  /** Called after an action took effect. */
  onDone: () => void;
}

/** What this user may do with the claim now, and why not where he may not. */
export function ActionsPanel({ claim, onDone }: ActionsPanelProps) {
  const texts = useMessages(claimPageMessages);
  const bilingual = useBilingual();
  const navigate = useNavigate();
  const near = useDocument(nearClaimsDocument, { id: claim.id });
  const [dialog, setDialog] = useState<ClaimActionName | null>(null);
  const asked = dialog && claimStep(dialog).dialog;
  const route = useDocument(routeDocument, { id: claim.id });
  const step = route.data?.claim?.route?.steps.find(({ allowed }) => allowed);
  const toForward = route.data?.claim?.route?.steps.find(({ canForward }) => canForward);
  const isConditioned = dialog === 'DETERMINE' && (near.data?.claim?.conditions.length ?? 0) > 0;
  const done = () => {
    setDialog(null);
    onDone();
  };
  const { main, possible, refused } = sortActions(claim);

  const begin = (action: ClaimActionName) => {
    if (action === 'RESUBMIT') void navigate(`/claims/${claim.id}/resubmit`);
    else setDialog(action);
  };
  useHotkeys('a', () => main?.allowed === true && begin(main.action), { preventDefault: true }, [claim]);

  return (
    <Section title={texts.actions}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {bilingual(claim.nextStep)}
      </Typography>
      <Stack sx={{ gap: 1 }}>
        {main && <ActionButton action={main} isMain begin={begin} />}
        {possible.map((action) => (
          <ActionButton key={action.action} action={action} begin={begin} />
        ))}
      </Stack>
      <RefusedActions actions={refused} />
      {dialog === 'TAKE_STEP' && step && (
        <StepDialog claim={claim} step={step} onClose={() => setDialog(null)} onDone={done} />
      )}
      {dialog === 'RETURN' && <ReturnDialog claim={claim} onClose={() => setDialog(null)} onDone={done} />}
      {isConditioned && asked && near.data?.claim && (
        <DetermineDialog
          dialog={asked}
          claim={claim}
          near={near.data.claim}
          onClose={() => setDialog(null)}
          onDone={done}
        />
      )}
      {dialog === 'FORWARD_STEP' && toForward && (
        <ForwardDialog claim={claim} step={toForward} onClose={() => setDialog(null)} onDone={done} />
      )}
      {dialog && asked && !isConditioned && near.data?.claim && (
        <ActionDialog
          action={dialog}
          near={near.data.claim}
          dialog={asked}
          claim={claim}
          onClose={() => setDialog(null)}
          onDone={done}
        />
      )}
    </Section>
  );
}

interface ActionButtonProps {
  action: ClaimAction;
  isMain?: boolean;
  begin: (action: ClaimActionName) => void;
}

function ActionButton({ action, isMain = false, begin }: ActionButtonProps) {
  const bilingual = useBilingual();
  const { name, isGrave } = claimStep(action.action);
  return (
    <Box>
      <Button
        fullWidth
        variant={isMain ? 'contained' : 'outlined'}
        color={isGrave ? 'error' : 'primary'}
        disabled={!action.allowed}
        onClick={() => begin(action.action)}
        {...(isMain && action.allowed ? { 'aria-keyshortcuts': 'a' } : {})}
      >
        {bilingual(name)}
      </Button>
      {!action.allowed && action.refusal && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mt: 0.5 }}>
          {bilingual(action.refusal)}
        </Typography>
      )}
    </Box>
  );
}

function RefusedActions({ actions }: { actions: ClaimAction[] }) {
  const texts = useMessages(claimPageMessages);
  const { of } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const nameOf = ({ action }: ClaimAction) => bilingual(claimStep(action).name);
  if (actions.length === 0) return null;
  return (
    <Box sx={{ mt: 1.5 }}>
      <Disclosure label={texts.otherActions}>
        <Box component="ul" sx={{ m: 0, mt: 0.75, pl: 2.25, fontSize: '0.8125rem', color: 'text.secondary' }}>
          {actions.map((action) => (
            <li key={action.action}>
              {action.refusal ? of(nameOf(action), bilingual(action.refusal)) : nameOf(action)}
            </li>
          ))}
        </Box>
      </Disclosure>
    </Box>
  );
}
