import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../../api/use-command.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { CommandDialog } from '../../ui/CommandDialog.js';
import { DoneNotice, DialogTitleOf } from '../actions/dialog-parts.js';
import { ExpectedAmount } from '../actions/ExpectedAmount.js';
import { claimStep, determineOnConditions, type StepDialog } from '../actions/steps.js';
import { PapersNote } from '../following/PapersNote.js';
import type { Claim } from '../fragments.js';
import type { NearClaims } from '../near-document.js';
import { ChangedNotice } from '../watch/WatchNotices.js';
import { answersOf, type ConditionAnswers, lacking, UNANSWERED } from './condition-answers.js';
import { ConditionField } from './ConditionField.js';
import { conditionMessages } from './messages.js';

interface DetermineDialogProps {
  dialog: StepDialog;
  claim: Claim;
  near: NearClaims;
  onClose: () => void;
  onDone: () => void;
}

/** The determination of a claim to which offices agreed on conditions: each is answered for itself. */
export function DetermineDialog({ dialog, claim, near, onClose, onDone }: DetermineDialogProps) {
  const texts = useMessages(conditionMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const { conditions } = near;
  const [answers, setAnswers] = useState<ConditionAnswers>({});
  const [problems, setProblems] = useState<ReturnType<typeof lacking>>({});
  const name = bilingual(claimStep('DETERMINE').name);
  const says = { choice: texts.choose, met: texts.notMet, how: texts.required };

  const submit = () => {
    const found = lacking(conditions, answers);
    setProblems(found);
    if (Object.keys(found).length > 0) return false;
    return determineOnConditions(send, claim, answersOf(conditions, answers));
  };

  return (
    <CommandDialog
      title={<DialogTitleOf action={name} claim={claim} />}
      says={bilingual(dialog.says)}
      note={
        <>
          <ChangedNotice />
          <ExpectedAmount claim={claim} />
          <PapersNote near={near} />
        </>
      }
      confirmLabel={name}
      sending={sending}
      draft={{
        form: `claim/${claim.id}/DETERMINE`,
        texts: Object.fromEntries(conditions.map(({ key }) => [key, answers[key]?.how ?? ''])),
        onRestore: (kept) =>
          setAnswers(
            Object.fromEntries(
              conditions.map(({ key }) => [key, { met: answers[key]?.met ?? null, how: kept[key] ?? '' }]),
            ),
          ),
      }}
      submit={submit}
      onClose={onClose}
      onDone={() => {
        notify(<DoneNotice says={bilingual(dialog.done)} claim={claim} />, { type: 'success', autoHideDuration: 8000 });
        onDone();
      }}
    >
      {(problemOf) =>
        conditions.map((condition, index) => {
          const problem = problems[condition.key];
          const said = problem && says[problem];
          return (
            <ConditionField
              key={condition.key}
              condition={condition}
              place={index + 1}
              of={conditions.length}
              answer={answers[condition.key] ?? UNANSWERED}
              problems={{
                met: (problem === 'how' ? undefined : said) ?? problemOf(`conditions[${String(index)}].met`),
                how: (problem === 'how' ? said : undefined) ?? problemOf(`conditions[${String(index)}].reason`),
              }}
              onChange={(answer) => setAnswers({ ...answers, [condition.key]: answer })}
            />
          );
        })
      }
    </CommandDialog>
  );
}
