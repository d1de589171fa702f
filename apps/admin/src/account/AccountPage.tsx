import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { beijingTime } from '../ui/beijing-time.js';
import { Page } from '../ui/Page.js';
import { Section } from '../ui/Section.js';
import { type Account, accountDocument, renewRecoveryCodes } from './documents.js';
import { Enrolment } from './Enrolment.js';
import { IdentitySection } from './IdentitySection.js';
import { accountMessages } from './messages.js';
import { PasswordForm } from './PasswordForm.js';
import { ProofForm } from './ProofForm.js';
import { RecoveryCodesView } from './RecoveryCodesView.js';
import { SessionsSection } from './SessionsSection.js';

/** One's own password, second factor and sessions. */
export function AccountPage() {
  const texts = useMessages(accountMessages);
  const query = useDocument(accountDocument, {});
  return (
    <Page title={texts.title}>
      <Answer query={query}>
        {({ myAccount }) => (
          <Stack sx={{ gap: 2, maxWidth: 760 }}>
            <PasswordSection account={myAccount} onDone={() => void query.refetch()} />
            <FactorSection account={myAccount} onDone={() => void query.refetch()} />
            {myAccount.identityProvider !== null && (
              <IdentitySection
                provider={myAccount.identityProvider}
                enrolled={myAccount.secondFactorSince !== null}
                onDone={() => void query.refetch()}
              />
            )}
            <SessionsSection sessions={myAccount.sessions} onDone={() => void query.refetch()} />
          </Stack>
        )}
      </Answer>
    </Page>
  );
}

interface SectionProps {
  account: Account;
  onDone: () => void;
}

function PasswordSection({ account, onDone }: SectionProps) {
  const texts = useMessages(accountMessages);
  const notify = useNotify();
  const [round, setRound] = useState(0);
  return (
    <Section title={texts.password} aside={<Aside text={texts.passwordSince(beijingTime(account.passwordSetAt))} />}>
      <PasswordForm
        key={round}
        onDone={() => {
          notify(texts.changed, { type: 'success' });
          setRound(round + 1);
          onDone();
        }}
      />
    </Section>
  );
}

function FactorSection({ account, onDone }: SectionProps) {
  const texts = useMessages(accountMessages);
  const [doing, setDoing] = useState<'enrol' | 'renew' | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const since = account.secondFactorSince;
  const finish = () => {
    setDoing(null);
    setCodes(null);
    onDone();
  };
  return (
    <Section title={texts.factor} aside={since !== null && <Aside text={texts.factorSince(beijingTime(since))} />}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {since === null ? texts.factorNone : texts.codesLeft(account.recoveryCodesLeft)}
      </Typography>
      {doing === null && (
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          <Button variant="outlined" onClick={() => setDoing('enrol')}>
            {since === null ? texts.enrol : texts.replace}
          </Button>
          {since !== null && (
            <Button variant="outlined" onClick={() => setDoing('renew')}>
              {texts.renew}
            </Button>
          )}
        </Stack>
      )}
      {doing === 'enrol' && <Enrolment enrolled={since !== null} onDone={finish} />}
      {doing === 'renew' && codes === null && (
        <ProofForm document={renewRecoveryCodes} enrolled label={texts.renew} onDone={(made) => setCodes(made.codes)} />
      )}
      {codes !== null && <RecoveryCodesView codes={codes} onKept={finish} />}
    </Section>
  );
}

function Aside({ text }: { text: string }) {
  return (
    <Typography variant="caption" color="textSecondary">
      {text}
    </Typography>
  );
}
