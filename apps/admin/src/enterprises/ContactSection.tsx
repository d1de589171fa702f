import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { outcomeOf } from '../api/refusals.js';
import { useDocument } from '../api/use-document.js';
import { useMay } from '../auth/use-user.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Facts } from '../ui/Facts.js';
import { Section } from '../ui/Section.js';
import { accountMessages } from './account-messages.js';
import { ChangeEntry } from './ChangeEntry.js';
import { ContactDialog } from './ContactDialog.js';
import { type Enterprise, contactAnswers, contactsDocument, giveContactNotice } from './documents.js';
import type { ContactChange } from './fragments.js';
import { EraseContactDialog } from './EraseContactDialog.js';
import { enterpriseMessages } from './messages.js';

/**
 * Whom to call, what is under way, and what was before: masked for everybody, and the whole for those whose open work
 * needs it, each reading on record.
 */
export function ContactSection({ enterprise }: { enterprise: Enterprise }) {
  const texts = useMessages(enterpriseMessages);
  const mayRead = useMay('CONTACT_READ');
  const mayPropose = useMay('CONTACT_CHANGE');
  const mayErase = useMay('CONTACT_ERASE');
  const [dialog, setDialog] = useState<'propose' | 'erase' | null>(null);
  const [asked, setAsked] = useState(false);
  const { contact, contactChanges, uscc } = enterprise;
  return (
    <Section
      title={texts.contact}
      aside={
        mayPropose && (
          <Button size="small" onClick={() => setDialog('propose')}>
            {texts.proposeContact}
          </Button>
        )
      }
    >
      {asked && <WholeContacts uscc={uscc} />}
      {contact === null && (
        <Typography variant="body2" color="textSecondary">
          {texts.noContact}
        </Typography>
      )}
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        {mayRead && !asked && contactChanges.length > 0 && (
          <Button size="small" onClick={() => setAsked(true)}>
            {texts.showContact}
          </Button>
        )}
        {mayErase && (
          <Button size="small" color="error" onClick={() => setDialog('erase')}>
            {texts.eraseContact}
          </Button>
        )}
      </Stack>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {contactChanges.map((change) => (
          <Box component="li" key={change.id} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
            <ContactEntry change={change} enterprise={enterprise} />
          </Box>
        ))}
      </Stack>
      {dialog === 'propose' && <ContactDialog enterprise={enterprise} onClose={() => setDialog(null)} />}
      {dialog === 'erase' && <EraseContactDialog uscc={uscc} onClose={() => setDialog(null)} />}
    </Section>
  );
}

function ContactEntry({ change, enterprise }: { change: ContactChange; enterprise: Enterprise }) {
  const texts = useMessages(enterpriseMessages);
  const { name, phone, email } = change.now;
  return (
    <ChangeEntry
      change={change}
      enterprise={enterprise}
      canHold
      giveNotice={giveContactNotice}
      title={<Typography variant="body2">{`${name} ${phone}`}</Typography>}
      lines={[...(email === null ? [] : [email]), ...(change.erased ? [texts.contactErased] : [])]}
      answers={contactAnswers}
      matter={`${name} ${phone}`}
      details={[]}
    />
  );
}

/** The present contact, one that is proposed, and those who were it not long ago. */
function WholeContacts({ uscc }: { uscc: string }) {
  const texts = useMessages(enterpriseMessages);
  const { standings } = useMessages(accountMessages);
  const bilingual = useBilingual();
  const { data } = useDocument(contactsDocument, { uscc });
  if (data === undefined) return null;
  const answer = outcomeOf(data.contacts);
  if (!answer.done) {
    return (
      <Typography variant="body2" role="status">
        {bilingual(answer.refusal.message)}
      </Typography>
    );
  }
  return (
    <Stack sx={{ gap: 1, mb: 1 }}>
      {answer.value.contacts.map(({ proposal, name, phone, email, standing, replacedOn }) => (
        <Facts
          key={proposal}
          entries={[
            [
              standing !== 'IN_FORCE'
                ? texts.contactPending(standings[standing])
                : replacedOn === null
                  ? texts.contactName
                  : texts.contactUntil(replacedOn),
              name,
            ],
            [texts.phone, phone],
            email === null ? null : [texts.email, email],
          ]}
        />
      ))}
    </Stack>
  );
}
