import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useDocument } from '../api/use-document.js';
import { useMay } from '../auth/use-user.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Facts } from '../ui/Facts.js';
import { Section } from '../ui/Section.js';
import { ContactDialog } from './ContactDialog.js';
import { contactsDocument, type Enterprise } from './documents.js';
import { EraseContactDialog } from './EraseContactDialog.js';
import { enterpriseMessages } from './messages.js';

/** Whom to call: masked for everybody, and the whole for those whose open work needs it, each reading on record. */
export function ContactSection({ enterprise }: { enterprise: Enterprise }) {
  const texts = useMessages(enterpriseMessages);
  const mayRead = useMay('contact.read');
  const mayEdit = useMay('contact.update');
  const mayErase = useMay('contact.erase');
  const [dialog, setDialog] = useState<'edit' | 'erase' | null>(null);
  const [asked, setAsked] = useState(false);
  const { contact, contactChanges } = enterprise;
  return (
    <Section title={texts.contact}>
      {asked ? (
        <WholeContacts uscc={enterprise.uscc} />
      ) : contact ? (
        <Facts
          entries={[
            [texts.contactName, contact.name],
            [texts.phone, contact.phone],
            contact.email === null ? null : [texts.email, contact.email],
          ]}
        />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {texts.noContact}
        </Typography>
      )}
      {contactChanges.length > 1 && (
        <Typography variant="caption" color="textSecondary" component="p">
          {texts.contactChanged(contactChanges[0]?.by ?? '', contactChanges[0]?.on ?? '')}
        </Typography>
      )}
      <Stack direction="row" sx={{ gap: 1, mt: 1, flexWrap: 'wrap' }}>
        {mayRead && !asked && (
          <Button size="small" onClick={() => setAsked(true)}>
            {texts.showContact}
          </Button>
        )}
        {mayEdit && (
          <Button size="small" onClick={() => setDialog('edit')}>
            {texts.editContact}
          </Button>
        )}
        {mayErase && (
          <Button size="small" color="error" onClick={() => setDialog('erase')}>
            {texts.eraseContact}
          </Button>
        )}
      </Stack>
      {dialog === 'edit' && <ContactDialog enterprise={enterprise} onClose={() => setDialog(null)} />}
      {dialog === 'erase' && <EraseContactDialog uscc={enterprise.uscc} onClose={() => setDialog(null)} />}
    </Section>
  );
}

/** The present contact, and those who were it not long ago. */
function WholeContacts({ uscc }: { uscc: string }) {
  const texts = useMessages(enterpriseMessages);
  const bilingual = useBilingual();
  const answer = useDocument(contactsDocument, { uscc }).data?.contacts;
  if (answer === undefined) return null;
  if (!answer.done) {
    return (
      <Typography variant="body2" role="status">
        {bilingual(answer.refusal.message)}
      </Typography>
    );
  }
  return answer.value.contacts.map((one, index) => (
    <Facts
      key={index}
      entries={[
        [one.replacedOn === null ? texts.contactName : texts.contactUntil(one.replacedOn), one.name],
        [texts.phone, one.phone],
        one.email === null ? null : [texts.email, one.email],
      ]}
    />
  ));
}
