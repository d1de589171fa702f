import { Button, Card } from '@mui/material';
import { Form, TextInput, useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { useMessages } from '../i18n/messages.js';
import { DivisionInput } from '../policies/try/DivisionInput.js';
import { needed } from '../ui/form-errors.js';
import { formMessages } from '../ui/form-messages.js';
import { Page } from '../ui/Page.js';
import { FormRefusal } from '../ui/FormRefusal.js';
import { uiMessages } from '../ui/ui-messages.js';
import { useFormCommand } from '../ui/use-form-command.js';
import { contactInput } from './contact-entries.js';
import { registerEnterprise } from './documents.js';
import { enterpriseMessages } from './messages.js';

const typed = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

const formValues = z.object({
  uscc: z.string(),
  name: z.string(),
  division: z.string(),
  contact: z.object({ name: typed, phone: typed, email: typed }),
});

export function EnterpriseCreate() {
  const texts = useMessages(enterpriseMessages);
  const form = useMessages(formMessages);
  const { optional } = useMessages(uiMessages);
  const notify = useNotify();
  const navigate = useNavigate();
  const { submit, sending, refusal } = useFormCommand(registerEnterprise, (enterprise) => {
    const alike = enterprise.lookAlikes.length;
    if (alike === 0) notify(texts.registered(enterprise.name), { type: 'success' });
    else notify(texts.registeredAlike(enterprise.name, alike), { type: 'warning' });
    void navigate(`/enterprises/${enterprise.uscc}/show`);
  });

  const register = (entries: unknown) => {
    const { contact, uscc, ...rest } = formValues.parse(entries);
    return submit({ ...rest, uscc: uscc.trim().toUpperCase(), contact: contactInput(contact) });
  };

  return (
    <Page title={texts.register}>
      <Card sx={{ p: 2, maxWidth: 640 }}>
        <Form onSubmit={register} defaultValues={{ contact: {} }}>
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
          <TextInput source="contact.name" label={texts.contactName + optional} />
          <TextInput source="contact.phone" label={texts.phone + optional} />
          <TextInput source="contact.email" label={texts.email + optional} helperText={texts.contactSays} />
          <FormRefusal refusal={refusal} />
          <Button type="submit" variant="contained" loading={sending} sx={{ mt: 1 }}>
            {texts.submit}
          </Button>
        </Form>
      </Card>
    </Page>
  );
}

/** The length only: the check character is the API's to judge, with a sentence of its own. */
function checkUscc(value: unknown, sentence: string): string | undefined {
  return typeof value === 'string' && value.trim().length === 18 ? undefined : sentence;
}
