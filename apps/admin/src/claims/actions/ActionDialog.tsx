import { Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../../api/use-command.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { CommandDialog } from '../../ui/CommandDialog.js';
import { grouped } from '../../ui/money.js';
import type { Claim } from '../shapes.js';
import { ActionEntryField } from './ActionEntryField.js';
import { type ActionTexts, actionMessages } from './messages.js';
import { type ActionEntries, type ActionField, type DialogAction, fieldsOf, perform } from './perform.js';

interface ActionDialogProps {
  action: DialogAction;
  claim: Claim;
  needsProposedAmount: boolean;
  onClose: () => void;
  onDone: () => void;
}

type Problems = Partial<Record<ActionField, string>>;

const defaultPublicityDays = '7';

/** Asks for what an action on a claim needs, and sends it. */
export function ActionDialog({ action, claim, needsProposedAmount, onClose, onDone }: ActionDialogProps) {
  const texts = useMessages(actionMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [problems, setProblems] = useState<Problems>({});
  const [entries, setEntries] = useState<ActionEntries>({
    reason: '',
    opinion: texts.opinionDefault,
    agreedAmount: claim.requestedAmount,
    days: defaultPublicityDays,
  });
  const fields = fieldsOf(action, needsProposedAmount);

  const submit = () => {
    const found = problemsIn(entries, fields, texts);
    setProblems(found);
    return Object.keys(found).length === 0 && perform(send, action, claim.id, entries, needsProposedAmount);
  };
  const done = () => {
    notify(`${texts.done[action]}：${claim.enterprise.name} ${claim.id}`, { type: 'success' });
    onDone();
  };

  return (
    <CommandDialog
      title={
        <Title action={texts.names[action]} matter={`${claim.enterprise.name} · ${bilingual(claim.measure.title)}`} />
      }
      says={texts.says[action]}
      confirmLabel={texts.names[action]}
      grave={action === 'REJECT' || action === 'WITHDRAW'}
      sending={sending}
      submit={submit}
      onClose={onClose}
      onDone={done}
      {...(fields.length > 0 && {
        children: (problemOf) =>
          fields.map((field, index) => (
            <ActionEntryField
              key={field}
              field={field}
              value={entries[field]}
              problem={problems[field] ?? problemOf(field)}
              hint={hintOf(field, texts, claim)}
              autoFocus={index === 0}
              onChange={(value) => setEntries({ ...entries, [field]: value })}
            />
          )),
      })}
    />
  );
}

function Title({ action, matter }: { action: string; matter: string }) {
  return (
    <>
      {action}
      <Typography variant="body2" color="textSecondary">
        {matter}
      </Typography>
    </>
  );
}

function problemsIn(entries: ActionEntries, fields: ActionField[], texts: ActionTexts): Problems {
  const problems: Problems = {};
  for (const field of fields) {
    const problem = problemIn(field, entries[field].trim(), texts);
    if (problem !== null) problems[field] = problem;
  }
  return problems;
}

function problemIn(field: ActionField, text: string, texts: ActionTexts): string | null {
  switch (field) {
    case 'reason':
    case 'opinion':
      return text === '' ? texts.required : null;
    case 'agreedAmount':
      return /^\d{1,15}(\.\d{1,2})?$/.test(text) ? null : texts.moneyWanted;
    case 'days':
      return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 60 ? null : texts.daysWanted;
  }
}

function hintOf(field: ActionField, texts: ActionTexts, claim: Claim): string {
  switch (field) {
    case 'reason':
      return texts.reasonHint;
    case 'agreedAmount':
      return texts.agreedHint(grouped(claim.requestedAmount));
    case 'days':
      return texts.daysHint;
    case 'opinion':
      return '';
  }
}
