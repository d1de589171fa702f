import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { Facts } from '../ui/Facts.js';
import { Section } from '../ui/Section.js';
import { ContactDialog } from './ContactDialog.js';
import type { Enterprise } from './documents.js';
import { EraseContactDialog } from './EraseContactDialog.js';
import { enterpriseMessages } from './messages.js';

/** Whom to call. Kept outside the event log, so that it can be erased. */
export function ContactSection({ enterprise }: { enterprise: Enterprise }) {
  const texts = useMessages(enterpriseMessages);
  const mayEdit = useMay('contact.update');
  const mayErase = useMay('contact.erase');
  const [dialog, setDialog] = useState<'edit' | 'erase' | null>(null);
  const { contact } = enterprise;
  return (
    <Section title={texts.contact}>
      {contact ? (
        <Facts
          entries={[
            [texts.contactName, contact.name],
            [texts.phone, contact.phone],
            contact.email === null ? null : [texts.email, contact.email],
            contact.bankAccount === null ? null : [texts.bankAccount, contact.bankAccount],
          ]}
        />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {texts.noContact}
        </Typography>
      )}
      <Stack direction="row" sx={{ gap: 1, mt: 1 }}>
        {mayEdit && (
          <Button size="small" onClick={() => setDialog('edit')}>
            {texts.editContact}
          </Button>
        )}
        {mayErase && contact && (
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
