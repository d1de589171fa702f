import { useState } from 'react';
import type { CommandDocument } from '../api/command.js';
import { useCommands } from '../api/use-command.js';
import { useBilingual } from '../i18n/locale.js';
import { formErrors } from './form-errors.js';

interface FormCommand<Input> {
  /** Sends the command; gives the errors by field that react-admin's form shows, or nothing. */
  submit: (input: Input) => Promise<Record<string, unknown> | undefined>;
  sending: boolean;
  /** The sentence of the last refusal. */
  refusal: string | null;
}

/** Connects a form with the command that it sends. */
export function useFormCommand<Input, Value>(
  document: CommandDocument<Input, Value>,
  onDone: (value: Value) => void,
): FormCommand<Input> {
  const bilingual = useBilingual();
  const { send, sending } = useCommands();
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (input: Input) => {
    setRefusal(null);
    const outcome = await send(document, input);
    if (outcome === null) return undefined;
    if (!outcome.done) {
      setRefusal(bilingual(outcome.refusal.message));
      return formErrors(outcome.refusal, bilingual);
    }
    onDone(outcome.value);
    return undefined;
  };
  return { submit, sending, refusal };
}
