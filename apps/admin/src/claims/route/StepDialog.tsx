import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { stepOf } from '@duixian/casework/steps';
import type { StepOutcome } from '../../api/schema/enums.generated.js';
import { useCommands } from '../../api/use-command.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { CommandDialog } from '../../ui/CommandDialog.js';
import type { ProblemOf } from '../../ui/problem-of.js';
import { DayField } from '../../ui/DayField.js';
import { today } from '../../ui/beijing-time.js';
import { choicesOf } from '../../ui/choices.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { FilesNote } from '../../files/FilesNote.js';
import { DialogTitleOf } from '../actions/dialog-parts.js';
import type { Claim } from '../fragments.js';
import { ChangedNotice } from '../watch/WatchNotices.js';
import { type RouteStep, takeStep } from './documents.js';
import { routeMessages } from './messages.js';
import { readNames, readScores } from './read-entries.js';

interface StepDialogProps {
  claim: Claim;
  step: RouteStep;
  onClose: () => void;
  onDone: () => void;
}

interface Entries {
  outcome: StepOutcome;
  opinion: string;
  conditions: string;
  number: string;
  on: string;
  by: string;
  scores: string;
}

type Field = keyof Entries;

/** Asks for what an office says of a claim in a step of its route, and sends it. */
export function StepDialog({ claim, step, onClose, onDone }: StepDialogProps) {
  const texts = useMessages(routeMessages);
  const { of } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [entries, setEntries] = useState<Entries>({
    outcome: 'AGREE',
    opinion: '',
    conditions: '',
    number: '',
    on: today(),
    by: '',
    scores: '',
  });
  const [problems, setProblems] = useState<Partial<Record<Field, string>>>({});
  const { dialog } = stepOf('TAKE_STEP');
  const fields = fieldsOf(step, entries);
  const isReport = step.kind === 'AUDIT' || step.kind === 'SITE_VISIT';
  const paperKind = isReport ? 'report' : 'minutes';

  const submit = () => {
    const found = problemsIn(entries, fields, step, texts);
    setProblems(found);
    if (Object.keys(found).length > 0) return false;
    const { outcome, opinion, conditions, number, on, by, scores } = entries;
    const hasPaper = fields.includes('number') && number.trim() !== '';
    return send(takeStep, {
      claim: claim.id,
      seen: { position: claim.position, policyVersion: claim.measure.policy.version },
      ...{ step: step.key, outcome, opinion },
      conditions: outcome === 'CONDITIONS' ? conditions : null,
      paper: hasPaper ? { number, on, by: readNames(by) } : null,
      scores: fields.includes('scores') ? (readScores(scores) ?? []) : [],
    });
  };

  const field = (name: Field, problemOf: ProblemOf) => {
    const problem = problems[name] ?? problemOf(SENT_AS[name] ?? name);
    const change = (value: string) => setEntries({ ...entries, [name]: value });
    if (name === 'on') {
      return <DayField key={name} label={texts.on[paperKind]} value={entries.on} problem={problem} onChange={change} />;
    }
    const isProse = name === 'opinion' || name === 'conditions' || name === 'scores';
    return (
      <TextField
        key={name}
        label={name === 'number' || name === 'by' ? texts[name][paperKind] : texts[name]}
        value={entries[name]}
        onChange={(event) => change(event.target.value)}
        error={problem !== undefined}
        helperText={problem ?? hintOf(name, step, texts)}
        autoFocus={name === 'opinion'}
        select={name === 'outcome'}
        multiline={isProse}
        minRows={isProse ? 2 : 1}
        fullWidth
        margin="dense"
      >
        {name === 'outcome' &&
          choicesOf(texts.outcomes).map(({ id, name: label }) => (
            <MenuItem key={id} value={id}>
              {label}
            </MenuItem>
          ))}
      </TextField>
    );
  };

  return (
    <CommandDialog
      title={<DialogTitleOf action={bilingual(step.name)} claim={claim} />}
      says={dialog === null ? '' : bilingual(dialog.says)}
      note={
        <>
          <ChangedNotice />
          <FilesNote claim={claim.id} />
        </>
      }
      confirmLabel={bilingual(step.name)}
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={{
        form: `claim/${claim.id}/${step.key}`,
        texts: {
          opinion: entries.opinion,
          conditions: entries.conditions,
          scores: entries.scores,
          number: entries.number,
          by: entries.by,
        },
        onRestore: (kept) => setEntries({ ...entries, ...kept }),
      }}
      onDone={() => {
        if (dialog !== null) notify(of(bilingual(dialog.done), claim.enterprise.name), { type: 'success' });
        onDone();
      }}
    >
      {(problemOf) => fields.map((name) => field(name, problemOf))}
    </CommandDialog>
  );
}

/** What the API calls an entry, where that is another name. */
const SENT_AS: Partial<Record<Field, string>> = { number: 'paper.number', on: 'paper.on', by: 'paper.by' };

function fieldsOf({ kind }: RouteStep, { outcome }: Entries): Field[] {
  return [
    ...(kind === 'SETTLEMENT' ? [] : (['outcome'] as const)),
    'opinion',
    ...(outcome === 'CONDITIONS' ? (['conditions'] as const) : []),
    ...(kind === 'PANEL' ? (['scores'] as const) : []),
    ...(isPaperAsked(kind) || kind === 'SETTLEMENT' || kind === 'SITE_VISIT' ? (['number', 'on', 'by'] as const) : []),
  ];
}

function isPaperAsked(kind: RouteStep['kind']): boolean {
  return kind === 'COLLECTIVE' || kind === 'AUDIT';
}

function problemsIn(
  entries: Entries,
  fields: readonly Field[],
  { kind }: RouteStep,
  texts: { required: string; scoresWanted: string },
): Partial<Record<Field, string>> {
  const mayLack: readonly Field[] =
    isPaperAsked(kind) || entries.number.trim() !== '' || entries.by.trim() !== '' ? [] : ['number', 'on', 'by'];
  const found: Partial<Record<Field, string>> = {};
  for (const field of fields) {
    if (entries[field].trim() === '' && !mayLack.includes(field)) found[field] = texts.required;
    else if (field === 'scores' && readScores(entries.scores) === null) found[field] = texts.scoresWanted;
  }
  return found;
}

function hintOf(
  field: Field,
  { kind, passMark }: RouteStep,
  texts: {
    opinionHint: string;
    settlementHint: string;
    conditionsHint: string;
    byHint: string;
    paperHint: string;
    scoresHint: string;
    passMarkHint: (mark: number) => string;
  },
): string {
  switch (field) {
    case 'opinion':
      return kind === 'SETTLEMENT' ? texts.settlementHint : texts.opinionHint;
    case 'conditions':
      return texts.conditionsHint;
    case 'scores':
      return passMark === null ? texts.scoresHint : `${texts.scoresHint}${texts.passMarkHint(passMark)}`;
    case 'by':
      return texts.byHint;
    case 'number':
      return isPaperAsked(kind) ? '' : texts.paperHint;
    case 'outcome':
    case 'on':
      return '';
  }
}
