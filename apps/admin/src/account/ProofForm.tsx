import { Button } from '@mui/material';
import { Form, PasswordInput, TextInput } from 'react-admin';
import { z } from 'zod';
import type { CommandDocument } from '../api/command.js';
import { useMessages } from '../i18n/messages.js';
import { needed } from '../ui/form-errors.js';
import { formMessages } from '../ui/form-messages.js';
import { FormRefusal } from '../ui/FormRefusal.js';
import { useFormCommand } from '../ui/use-form-command.js';
import type { OwnProof } from './documents.js';
import { accountMessages } from './messages.js';

const entries = z.object({
  currentPassword: z.string(),
  code: z
    .string()
    .nullish()
    .transform((code) => code ?? null),
});

interface ProofFormProps<Value> {
  document: CommandDocument<OwnProof, Value>;
  /** Whether there is a second factor, whose code is asked for as well. */
  enrolled: boolean;
  label: string;
  onDone: (value: Value) => void;
}

/** Proves oneself once more, and sends what is done with it. */
export function ProofForm<Value>({ document, enrolled, label, onDone }: ProofFormProps<Value>) {
  const texts = useMessages(accountMessages);
  const form = useMessages(formMessages);
  const { submit, sending, refusal } = useFormCommand(document, onDone);
  return (
    <Form onSubmit={(stated: unknown) => submit(entries.parse(stated))}>
      <PasswordInput
        source="currentPassword"
        label={texts.currentPassword}
        validate={needed(form.required)}
        autoComplete="current-password"
      />
      {enrolled && (
        <TextInput
          source="code"
          label={texts.presentCode}
          validate={needed(form.required)}
          autoComplete="one-time-code"
        />
      )}
      <FormRefusal refusal={refusal} />
      <Button type="submit" variant="contained" loading={sending} sx={{ mt: 1 }}>
        {label}
      </Button>
    </Form>
  );
}
