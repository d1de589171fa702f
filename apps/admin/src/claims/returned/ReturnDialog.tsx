import Add from '@mui/icons-material/Add';
import { Alert, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { stepOf } from '@duixian/casework/steps';
import { useCommands } from '../../api/use-command.js';
import { useDocument } from '../../api/use-document.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { CommandDialog } from '../../ui/CommandDialog.js';
import type { ProblemOf } from '../../ui/problem-of.js';
import { uiMessages } from '../../ui/ui-messages.js';
import type { Claim } from '../fragments.js';
import { ChangedNotice } from '../watch/WatchNotices.js';
import { correctableDocument, returnClaim } from './documents.js';
import { returnMessages } from './messages.js';
import { EMPTY_ITEM, isBlank, type ItemEntries, itemsOf, toldLate } from './return-items.js';
import { ReturnItemFields } from './ReturnItemFields.js';

interface ReturnDialogProps {
  claim: Claim;
  onClose: () => void;
  onDone: () => void;
}

/** Asks for all that is to be corrected of a claim, field by field, and sends it back. */
export function ReturnDialog({ claim, onClose, onDone }: ReturnDialogProps) {
  const texts = useMessages(returnMessages);
  const { of, listed } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const { data } = useDocument(correctableDocument, { id: claim.id });
  const [items, setItems] = useState<readonly ItemEntries[]>([EMPTY_ITEM]);
  const [reason, setReason] = useState('');
  const [lateReason, setLateReason] = useState('');
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const { name, dialog } = stepOf('RETURN');
  const fields = data?.claim?.correctable ?? [];
  const isLater = (data?.claim?.returns.length ?? 0) > 0;
  const filled = items.filter((item) => !isBlank(item));
  const late = [
    ...toldLate(items, fields).map(({ label }) => bilingual(label)),
    ...(isLater && reason.trim() !== '' ? [texts.remark] : []),
  ];

  const submit = () => {
    const found = problemsIn(items, { reason, lateReason, isLate: late.length > 0 }, texts);
    setProblems(found);
    if (found.size > 0) return false;
    return send(returnClaim, {
      claim: claim.id,
      seen: { position: claim.position, policyVersion: claim.measure.policy.version },
      items: [...filled],
      reason: reason.trim() === '' ? null : reason,
      lateReason: late.length > 0 ? lateReason : null,
    });
  };
  const change = (index: number, item: ItemEntries) => setItems(items.map((each, at) => (at === index ? item : each)));
  /** What is wrong with a field of an item: the API counts those that are sent. */
  const itemProblem = (problemOf: ProblemOf, item: ItemEntries, index: number) => (key: keyof ItemEntries) =>
    problems.get(`items[${String(index)}].${key}`) ?? problemOf(`items[${String(filled.indexOf(item))}].${key}`);

  return (
    <CommandDialog
      title={
        <>
          {bilingual(name)}
          <Typography variant="body2" color="textSecondary">
            {`${claim.enterprise.name} · ${bilingual(claim.measure.title)}`}
          </Typography>
        </>
      }
      says={dialog === null ? '' : bilingual(dialog.says)}
      note={
        <>
          <ChangedNotice />
          <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
            {texts.onceNote}
          </Typography>
        </>
      }
      confirmLabel={bilingual(name)}
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={{
        form: `claim/${claim.id}/RETURN`,
        texts: { items: filled.length === 0 ? '' : JSON.stringify(items), reason, lateReason },
        onRestore: (kept) => {
          setItems(itemsOf(kept.items) ?? [EMPTY_ITEM]);
          setReason(kept.reason ?? '');
          setLateReason(kept.lateReason ?? '');
        },
      }}
      onDone={() => {
        if (dialog !== null) notify(of(bilingual(dialog.done), claim.enterprise.name), { type: 'success' });
        onDone();
      }}
    >
      {(problemOf) => (
        <>
          {items.map((item, index) => (
            <ReturnItemFields
              key={index}
              number={index + 1}
              item={item}
              fields={fields}
              problemOf={itemProblem(problemOf, item, index)}
              autoFocus={index === 0}
              onChange={(next) => change(index, next)}
              onRemove={items.length > 1 ? () => setItems(items.filter((_, at) => at !== index)) : null}
            />
          ))}
          <Button size="small" startIcon={<Add />} onClick={() => setItems([...items, EMPTY_ITEM])}>
            {texts.addItem}
          </Button>
          <TextField
            label={texts.reason}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            error={(problems.get('reason') ?? problemOf('reason') ?? problemOf('items')) !== undefined}
            helperText={problems.get('reason') ?? problemOf('reason') ?? problemOf('items') ?? texts.reasonHint}
            multiline
            minRows={2}
            fullWidth
            margin="dense"
          />
          {late.length > 0 && (
            <>
              <Alert severity="warning" sx={{ mt: 1 }}>
                {texts.lateReasonHint(listed(late))}
              </Alert>
              <TextField
                label={texts.lateReason}
                value={lateReason}
                onChange={({ target }) => setLateReason(target.value)}
                error={(problems.get('lateReason') ?? problemOf('lateReason')) !== undefined}
                helperText={problems.get('lateReason') ?? problemOf('lateReason')}
                multiline
                minRows={2}
                fullWidth
                margin="dense"
              />
            </>
          )}
        </>
      )}
    </CommandDialog>
  );
}

function problemsIn(
  items: readonly ItemEntries[],
  { reason, lateReason, isLate }: { reason: string; lateReason: string; isLate: boolean },
  texts: { required: string; somethingWanted: string },
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  items.forEach((item, index) => {
    if (isBlank(item)) return;
    for (const key of ['field', 'wrong', 'wanted'] as const) {
      if (item[key].trim() === '') found.set(`items[${String(index)}].${key}`, texts.required);
    }
  });
  if (items.every(isBlank) && reason.trim() === '') found.set('reason', texts.somethingWanted);
  if (isLate && lateReason.trim() === '') found.set('lateReason', texts.required);
  return found;
}
