import { Button, Card } from '@mui/material';
import { useState } from 'react';
import { BooleanInput, Form, TextInput, useNotify } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { FormDraft } from '../drafts/FormDraft.js';
import { useMessages } from '../i18n/messages.js';
import { DivisionInput } from '../policies/try/DivisionInput.js';
import { needed } from '../ui/form-errors.js';
import { formMessages } from '../ui/form-messages.js';
import { Page } from '../ui/Page.js';
import { FormRefusal } from '../ui/FormRefusal.js';
import { uiMessages } from '../ui/ui-messages.js';
import { useFormCommand } from '../ui/use-form-command.js';
import { contactInput } from './contact-entries.js';
import { proposeRegistration, registerEnterprise } from './documents.js';
import { enterpriseMessages } from './messages.js';
import { registrationMessages } from './registration-messages.js';

const typed = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

const formValues = z.object({
  uscc: z.string().transform((code) => code.trim().toUpperCase()),
  name: z.string(),
  division: z.string(),
  contact: z.object({ name: typed, phone: typed, email: typed }),
  licensed: z.boolean(),
  licenceNumber: typed,
  licenceIssuedOn: typed,
});

const DRAFT = 'enterprise';
/** Without whom to call. */
const KEPT = ['name', 'uscc', 'division', 'licensed', 'licenceNumber', 'licenceIssuedOn'];

export function EnterpriseCreate() {
  const texts = useMessages(enterpriseMessages);
  const form = useMessages(formMessages);
  const licensed = useMessages(registrationMessages);
  const notify = useNotify();
  const navigate = useNavigate();
  const { submit, sending, refusal } = useFormCommand(
    registerEnterprise,
    (enterprise) => {
      const alike = enterprise.lookAlikes.length;
      if (alike === 0) notify(texts.registered(enterprise.name), { type: 'success' });
      else notify(texts.registeredAlike(enterprise.name, alike), { type: 'warning' });
      void navigate(`/enterprises/${enterprise.uscc}/show`);
    },
    DRAFT,
  );

  const [proposed, setProposed] = useState(false);
  const proposal = useFormCommand(
    proposeRegistration,
    ({ uscc, proposals }) => {
      notify(licensed.proposed(proposals[0]?.name ?? ''), { type: 'success' });
      void navigate(`/enterprises/${uscc}/show`);
    },
    DRAFT,
  );

  const register = (entries: unknown) => {
    const { contact, licensed: isLicensed, licenceNumber, licenceIssuedOn, ...stated } = formValues.parse(entries);
    setProposed(isLicensed);
    if (isLicensed) return proposal.submit({ ...stated, licenceNumber, licenceIssuedOn });
    return submit({ ...stated, contact: contactInput(contact) });
  };

  return (
    <Page title={texts.register}>
      <Card sx={{ p: 2, maxWidth: 640 }}>
        <Form onSubmit={register} defaultValues={{ contact: {}, licensed: false }}>
          <FormDraft form={DRAFT} fields={KEPT} />
          <TextInput
            source="name"
            label={texts.columns.name}
            validate={needed(form.required)}
            helperText={texts.registerSays}
          />
          <TextInput
            source="uscc"
            label={texts.columns.uscc}
            validate={(value: unknown) => checkUscc(value, form.uscc)}
          />
          <DivisionInput
            source="division"
            label={texts.columns.division}
            under={null}
            offered="counties"
            validate={needed(form.choose)}
          />
          <BooleanInput source="licensed" label={licensed.licensed} />
          <LicenceOrContact />
          <FormRefusal refusal={proposed ? proposal.refusal : refusal} />
          <SubmitButton sending={sending || proposal.sending} />
        </Form>
      </Card>
    </Page>
  );
}

/** What proves a code that does not check, or whom to call: a contact waits until the enterprise is registered. */
function LicenceOrContact() {
  const texts = useMessages(enterpriseMessages);
  const licensed = useMessages(registrationMessages);
  const form = useMessages(formMessages);
  const { optional } = useMessages(uiMessages);
  const isLicensed: unknown = useWatch({ name: 'licensed' });
  if (isLicensed === true) {
    return (
      <>
        <TextInput source="licenceNumber" label={licensed.licenceNumber} validate={needed(form.required)} />
        <TextInput
          source="licenceIssuedOn"
          type="date"
          label={licensed.licenceIssuedOn}
          validate={needed(form.date)}
          helperText={licensed.licensedSays}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      </>
    );
  }
  return (
    <>
      <TextInput source="contact.name" label={texts.contactName + optional} />
      <TextInput source="contact.phone" label={texts.phone + optional} />
      <TextInput source="contact.email" label={texts.email + optional} helperText={texts.contactSays} />
    </>
  );
}

function SubmitButton({ sending }: { sending: boolean }) {
  const { submit } = useMessages(enterpriseMessages);
  const { submit: propose } = useMessages(registrationMessages);
  const isLicensed: unknown = useWatch({ name: 'licensed' });
  return (
    <Button type="submit" variant="contained" loading={sending} sx={{ mt: 1 }}>
      {isLicensed === true ? propose : submit}
    </Button>
  );
}

/** The length only: the check character is the API's to judge, with a sentence of its own. */
function checkUscc(value: unknown, sentence: string): string | undefined {
  return typeof value === 'string' && value.trim().length === 18 ? undefined : sentence;
}
