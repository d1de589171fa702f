import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Form, TextInput } from 'react-admin';
import { z } from 'zod';
import { codeFont } from '../app/theme.js';
import { useMessages } from '../i18n/messages.js';
import { needed } from '../ui/form-errors.js';
import { formMessages } from '../ui/form-messages.js';
import { FormRefusal } from '../ui/FormRefusal.js';
import { useFormCommand } from '../ui/use-form-command.js';
import { type Offer, enrolSecondFactor, offerSecondFactor } from './documents.js';
import { accountMessages } from './messages.js';
import { ProofForm } from './ProofForm.js';
import { QrCode } from './QrCode.js';
import { RecoveryCodesView } from './RecoveryCodesView.js';

const entries = z.object({ code: z.string() });

interface EnrolmentProps {
  /** Whether there is a second factor already, which is replaced. */
  enrolled: boolean;
  /** The recovery codes are kept. */
  onDone: () => void;
}

/** Takes a secret into an authenticator: proof, code, recovery codes. */
export function Enrolment({ enrolled, onDone }: EnrolmentProps) {
  const texts = useMessages(accountMessages);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null) return <RecoveryCodesView codes={codes} onKept={onDone} />;
  if (offer !== null) return <OfferedSecret offer={offer} onEnrolled={setCodes} />;
  return <ProofForm document={offerSecondFactor} enrolled={enrolled} label={texts.next} onDone={setOffer} />;
}

interface OfferedSecretProps {
  offer: Offer;
  onEnrolled: (codes: readonly string[]) => void;
}

function OfferedSecret({ offer, onEnrolled }: OfferedSecretProps) {
  const texts = useMessages(accountMessages);
  const form = useMessages(formMessages);
  const { submit, sending, refusal } = useFormCommand(enrolSecondFactor, ({ codes }) => onEnrolled(codes));
  return (
    <Stack sx={{ gap: 1.5, alignItems: 'flex-start' }}>
      <Typography variant="body2">{texts.scan}</Typography>
      <QrCode text={offer.uri} label={texts.qr} />
      <Typography variant="body2">
        {texts.typeIn}{' '}
        <Typography component="span" sx={{ fontFamily: codeFont, overflowWrap: 'anywhere' }}>
          {offer.secret}
        </Typography>
      </Typography>
      <Form onSubmit={(stated: unknown) => submit(entries.parse(stated).code)}>
        <TextInput source="code" label={texts.code} validate={needed(form.required)} autoComplete="one-time-code" />
        <FormRefusal refusal={refusal} />
        <Button type="submit" variant="contained" loading={sending}>
          {texts.confirm}
        </Button>
      </Form>
    </Stack>
  );
}
