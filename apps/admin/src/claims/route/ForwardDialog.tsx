import { MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { CLAIM_STEPS } from '@duixian/casework/steps';
import { useCommands } from '../../api/use-command.js';
import { useDocument } from '../../api/use-document.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { departmentsDocument } from '../../policies/documents.js';
import { today } from '../../ui/beijing-time.js';
import { CommandDialog } from '../../ui/CommandDialog.js';
import { uiMessages } from '../../ui/ui-messages.js';
import type { Claim } from '../fragments.js';
import { ChangedNotice } from '../watch/WatchNotices.js';
import { type RouteStep, forwardStep } from './documents.js';
import { routeMessages } from './messages.js';

interface ForwardDialogProps {
  claim: Claim;
  step: RouteStep;
  onClose: () => void;
  onDone: () => void;
}

/** Asks to which department a step of the route goes, and why, and sends it. */
export function ForwardDialog({ claim, step, onClose, onDone }: ForwardDialogProps) {
  const texts = useMessages(routeMessages);
  const { of } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const departments = useDocument(departmentsDocument, { division: step.division.code });
  const [entries, setEntries] = useState({ department: '', reason: '' });
  const [isChecked, setChecked] = useState(false);
  const { dialog } = CLAIM_STEPS.FORWARD_STEP;
  const choices = (departments.data?.departments ?? []).filter(
    (each) => each.name !== step.department && (each.to === null || each.to > today()),
  );
  const missing = (text: string) => (isChecked && text.trim() === '' ? texts.required : undefined);

  const submit = () => {
    setChecked(true);
    if (entries.department === '' || entries.reason.trim() === '') return false;
    return send(forwardStep, {
      claim: claim.id,
      seen: { position: claim.position, policyVersion: claim.measure.policy.version },
      step: step.key,
      ...entries,
    });
  };

  return (
    <CommandDialog
      title={
        <>
          {`${texts.forward}：${bilingual(step.name)}`}
          <Typography variant="body2" color="textSecondary">
            {`${claim.enterprise.name} · ${bilingual(claim.measure.title)}`}
          </Typography>
        </>
      }
      says={bilingual(dialog.says)}
      note={<ChangedNotice />}
      confirmLabel={texts.forward}
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={{
        form: `claim/${claim.id}/${step.key}/forward`,
        texts: { reason: entries.reason },
        onRestore: (kept) => setEntries({ ...entries, ...kept }),
      }}
      onDone={() => {
        notify(of(bilingual(dialog.done), claim.enterprise.name), { type: 'success' });
        onDone();
      }}
    >
      {(problemOf) => {
        const wrong = missing(entries.department) ?? problemOf('department');
        const unsaid = missing(entries.reason) ?? problemOf('reason');
        return (
          <>
            <TextField
              select
              label={texts.toDepartment}
              value={entries.department}
              onChange={(event) => setEntries({ ...entries, department: event.target.value })}
              error={wrong !== undefined}
              helperText={wrong ?? (choices.length === 0 ? texts.noDepartment : texts.toDepartmentHint)}
              autoFocus
              fullWidth
              margin="dense"
            >
              {choices.map((each) => (
                <MenuItem key={each.name} value={each.name}>
                  {each.name}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              label={texts.forwardReason}
              value={entries.reason}
              onChange={(event) => setEntries({ ...entries, reason: event.target.value })}
              error={unsaid !== undefined}
              helperText={unsaid ?? texts.forwardReasonHint}
              multiline
              minRows={2}
              fullWidth
              margin="dense"
            />
          </>
        );
      }}
    </CommandDialog>
  );
}
