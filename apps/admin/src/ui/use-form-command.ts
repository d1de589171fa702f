import { useState } from 'react';
import type { CommandDocument } from '../api/command.js';
import type { Refusal } from '../api/refusals.js';
import { useCommands } from '../api/use-command.js';
import { useDrafts } from '../drafts/use-draft.js';

interface FormCommand<Input> {
  submit: (input: Input) => Promise<void>;
  sending: boolean;
  /** The last refusal, for `FormRefusal` inside the form. */
  refusal: Refusal | null;
}

/** Connects a form with the command that it sends. @param draft the form's draft, which is dropped once it is sent. */
export function useFormCommand<Input, Value>(
  document: CommandDocument<Input, Value>,
  onDone: (value: Value) => void,
  draft?: string,
): FormCommand<Input> {
  const { send, sending } = useCommands();
  const drafts = useDrafts();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = async (input: Input) => {
    setRefusal(null);
    const outcome = await send(document, input);
    if (outcome === null) return;
    if (outcome.done) {
      if (draft !== undefined) drafts?.discard(draft);
      onDone(outcome.value);
    } else {
      setRefusal(outcome.refusal);
    }
  };
  return { submit, sending, refusal };
}
