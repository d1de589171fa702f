import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../../api/use-command.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { CommandDialog } from '../../ui/CommandDialog.js';
import { today } from '../../ui/beijing-time.js';
import { grouped } from '../../ui/money.js';
import { readYuan } from '../../ui/read-yuan.js';
import { PayeeAccount } from '../../enterprises/PayeeAccount.js';
import type { ClaimActionName } from '../../api/schema/enums.generated.js';
import type { Claim } from '../fragments.js';
import { comparedOf, type NearClaims } from '../near-document.js';
import { FilesNote } from '../../files/FilesNote.js';
import { DeadlineLines } from '../deadline/DeadlineLines.js';
import { ChangedNotice } from '../watch/WatchNotices.js';
import { PapersNote, papersOf } from '../following/PapersNote.js';
import { ConditionsNote } from '../condition/ConditionsNote.js';
import { DialogTitleOf, DoneNotice } from './dialog-parts.js';
import { ExpectedAmount } from './ExpectedAmount.js';
import { ActionEntryField, type Choice } from './ActionEntryField.js';
import { type ActionTexts, actionMessages } from './messages.js';
import {
  type ActionEntries,
  type ActionField,
  OBJECTOR_CHOICES,
  OUTCOMES,
  type StepDialog,
  claimStep,
} from './steps.js';

interface ActionDialogProps {
  action: ClaimActionName;
  dialog: StepDialog;
  claim: Claim;
  near: NearClaims;
  onClose: () => void;
  onDone: () => void;
}

/** What is kept until it is sent: who objects, and how to reach him, is not. */
const KEPT: ReadonlySet<ActionField> = new Set([
  'reason',
  'basis',
  'opinion',
  'conditions',
  'agreedAmount',
  'distinction',
  'what',
  'evidence',
  'paperNumber',
  'party',
]);

/** Steps of which it matters what is missing or still to come. */
const LOOK_AT_PAPERS: ReadonlySet<ClaimActionName> = new Set([
  'ACCEPT_LACKING',
  'HAND_IN',
  'REVIEW',
  'DETERMINE',
  'RETURN',
  'REJECT',
]);

/** Steps of which it matters on what others agreed. */
const CONDITIONED: ReadonlySet<ClaimActionName> = new Set(['REVIEW', 'REJECT']);

type Problems = Partial<Record<ActionField, string>>;

/** Asks for what an action on a claim needs, and sends it. */
export function ActionDialog({ action, dialog, claim, near, onClose, onDone }: ActionDialogProps) {
  const { measure } = claim;
  const texts = useMessages(actionMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [problems, setProblems] = useState<Problems>({});
  const [entries, setEntries] = useState<ActionEntries>({
    reason: '',
    opinion: texts.opinionDefault,
    agreedAmount: claim.agreedAmount ?? claim.requestedAmount,
    days: String(measure.publicity.least),
    conditions: '',
    distinction: '',
    receivedOn: today(),
    objectorKind: 'PERSON',
    objectorName: '',
    objectorPhone: '',
    what: '',
    evidence: '',
    objection: near.objections.find(({ standing }) => standing === 'OPEN')?.id ?? '',
    outcome: 'DISMISSED',
    ground: near.deadlines?.grounds[0] ?? '',
    basis: '',
    paperKind: papersOf(near)[0] ?? '',
    paperNumber: '',
    party: '',
  });
  const name = bilingual(claimStep(action).name);
  const matter = { claim, near, needsProposedAmount: measure.needsProposedAmount };
  const fields = dialog.fields(matter);
  const kept = fields.filter((field) => KEPT.has(field));

  const submit = () => {
    const found = problemsIn(entries, fields, texts, claim);
    setProblems(found);
    return Object.keys(found).length === 0 && dialog.perform(send, matter, entries);
  };
  const done = () => {
    notify(<DoneNotice says={bilingual(dialog.done)} claim={claim} />, { type: 'success', autoHideDuration: 8000 });
    onDone();
  };

  return (
    <CommandDialog
      title={<DialogTitleOf action={name} claim={claim} />}
      says={bilingual(dialog.says)}
      note={
        <>
          <ChangedNotice />
          {action === 'DETERMINE' && <ExpectedAmount claim={claim} />}
          {CONDITIONED.has(action) && <ConditionsNote conditions={near.conditions} />}
          {action === 'REVIEW' && <FilesNote claim={claim.id} />}
          {action === 'INSTRUCT' && <PayeeAccount uscc={claim.enterprise.uscc} />}
          {LOOK_AT_PAPERS.has(action) && <PapersNote near={near} />}
          {(action === 'SUSPEND' || action === 'RESUME') && <DeadlineLines deadlines={near.deadlines} />}
        </>
      }
      confirmLabel={name}
      grave={claimStep(action).isGrave}
      sending={sending}
      {...(kept.length > 0 && {
        draft: {
          form: `claim/${claim.id}/${action}`,
          texts: Object.fromEntries(kept.map((field) => [field, entries[field]])),
          onRestore: (texts) => setEntries({ ...entries, ...texts }),
        },
      })}
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
              problem={problems[field] ?? problemOf(SENT_AS[field] ?? field) ?? problemOf(`${field}.reason`)}
              choices={choicesOf(field, texts, near)}
              hint={hintOf(field, texts, { action, claim, near })}
              autoFocus={index === 0}
              onChange={(value) => setEntries({ ...entries, [field]: value })}
            />
          )),
      })}
    />
  );
}

function problemsIn(
  entries: ActionEntries,
  fields: readonly ActionField[],
  texts: ActionTexts,
  claim: Claim,
): Problems {
  const problems: Problems = {};
  for (const field of fields) {
    const problem = problemIn(field, entries, texts, claim);
    if (problem !== null) problems[field] = problem;
  }
  return problems;
}

function problemIn(
  field: ActionField,
  entries: ActionEntries,
  texts: ActionTexts,
  { measure: { publicity } }: Claim,
): string | null {
  const text = entries[field].trim();
  switch (field) {
    case 'reason':
    case 'opinion':
    case 'distinction':
    case 'receivedOn':
    case 'what':
    case 'objection':
    case 'outcome':
    case 'objectorKind':
    case 'ground':
    case 'basis':
    case 'paperKind':
    case 'paperNumber':
      return text === '' ? texts.required : null;
    case 'objectorName':
    case 'objectorPhone':
      return text === '' && entries.objectorKind !== 'ANONYMOUS' ? texts.required : null;
    case 'evidence':
    case 'party':
    case 'conditions':
      return null;
    case 'agreedAmount':
      return readYuan(text) === null ? texts.moneyWanted : null;
    case 'days':
      return /^\d{1,2}$/.test(text) && Number(text) >= publicity.least && Number(text) <= publicity.most
        ? null
        : texts.daysWanted(publicity.least, publicity.most);
  }
}

/** What the API calls an entry, where that is another name. */
const SENT_AS: Partial<Record<ActionField, string>> = {
  objectorName: 'objector.name',
  objectorPhone: 'objector.phone',
  outcome: 'then',
  paperKind: 'evidence.kind',
  paperNumber: 'evidence.number',
  party: 'evidence.party',
};

/** What there is to choose from; null where it is written. */
function choicesOf(field: ActionField, texts: ActionTexts, near: NearClaims): Choice[] | null {
  const { objections, deadlines } = near;
  if (field === 'paperKind') return papersOf(near).map((id) => ({ id, name: texts.papers[id] }));
  if (field === 'ground') return (deadlines?.grounds ?? []).map((id) => ({ id, name: texts.grounds[id] }));
  if (field === 'objectorKind') return OBJECTOR_CHOICES.map((id) => ({ id, name: texts.objectors[id] }));
  if (field === 'outcome') return OUTCOMES.map((id) => ({ id, name: texts.outcomes[id] }));
  if (field !== 'objection') return null;
  return objections
    .filter(({ standing }) => standing === 'OPEN')
    .map(({ id, objector, what }) => ({ id, name: `${objector ?? ''}：${what.slice(0, CHOICE_LENGTH)}` }));
}

/** Of an objection so much is shown as tells it from the others. */
const CHOICE_LENGTH = 40;

type HintMatter = Pick<ActionDialogProps, 'action' | 'claim' | 'near'>;

function hintOf(field: ActionField, texts: ActionTexts, { action, claim, near }: HintMatter): string {
  const { publicity } = claim.measure;
  switch (field) {
    case 'reason':
      if (action === 'SUSPEND') return texts.suspendHint(near.deadlines?.stopDays ?? 0);
      if (action === 'RESUME') return texts.resumeHint;
      return action === 'TAKE_BACK' ? texts.takeBackHint : texts.reasonHint;
    case 'agreedAmount':
      return texts.agreedHint(grouped(claim.requestedAmount));
    case 'days':
      return texts.daysHint(publicity.least, publicity.unit === 'WORKING_DAYS', publicity.source);
    case 'distinction':
      return texts.distinctionHint(comparedOf(near).map(({ id, shares }) => `${id} ${shares}`));
    case 'conditions':
      return texts.conditionsHint;
    case 'receivedOn':
      return texts.receivedOnHint;
    case 'objectorKind':
      return texts.objectorKindHint;
    case 'evidence':
      return texts.evidenceHint;
    case 'outcome':
      return texts.outcomeHint;
    case 'ground':
      return texts.groundHint;
    case 'basis':
      return texts.basisHint;
    case 'party':
      return texts.partyHint;
    case 'paperKind':
    case 'paperNumber':
    case 'opinion':
    case 'objectorName':
    case 'objectorPhone':
    case 'what':
    case 'objection':
      return '';
  }
}
