import { Box, Button, Stack } from '@mui/material';
import { Link, useParams } from 'react-router';
import { AsOfControl } from '../as-of/AsOfControl.js';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { EnterpriseRecognitions } from '../recognitions/EnterpriseRecognitions.js';
import { EnterpriseExclusions } from '../registers/ExclusionSection.js';
import { Answer } from '../ui/Answer.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Page } from '../ui/Page.js';
import { AccountsSection } from './AccountsSection.js';
import { ContactSection } from './ContactSection.js';
import { type Enterprise, enterpriseDocument, type Registration } from './documents.js';
import { EnterpriseClaims } from './EnterpriseClaims.js';
import { LookAlikesSection } from './LookAlikesSection.js';
import { enterpriseMessages } from './messages.js';
import { ProfileSection } from './ProfileSection.js';
import { RegistrationSection } from './RegistrationSection.js';
import { TotalsSection } from './TotalsSection.js';

export function EnterprisePage() {
  const texts = useMessages(enterpriseMessages);
  const { id = '' } = useParams();
  const query = useDocument(enterpriseDocument, { uscc: id });
  return (
    <Answer query={query}>
      {({ enterprise, registration }) => {
        if (enterprise !== null) return <EnterpriseView enterprise={enterprise} registration={registration} />;
        if (registration !== null) {
          return (
            <Page title={registration.proposals[0]?.name ?? id}>
              <RegistrationSection registration={registration} />
            </Page>
          );
        }
        return (
          <EmptyState
            title={texts.notFound}
            hint={texts.notFoundHint}
            action={
              <Button component={Link} to="/enterprises">
                {texts.toList}
              </Button>
            }
          />
        );
      }}
    </Answer>
  );
}

interface EnterpriseViewProps {
  enterprise: Enterprise;
  registration: Registration | null;
}

function EnterpriseView({ enterprise, registration }: EnterpriseViewProps) {
  return (
    <Page title={enterprise.name} beside={<AsOfControl position={enterprise.position} />}>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' }, gap: 2 }}>
        <Stack sx={{ gap: 2, minWidth: 0 }}>
          <LookAlikesSection enterprise={enterprise} />
          <TotalsSection uscc={enterprise.uscc} />
          <EnterpriseExclusions uscc={enterprise.uscc} />
          <EnterpriseRecognitions uscc={enterprise.uscc} />
          <EnterpriseClaims uscc={enterprise.uscc} />
        </Stack>
        <Stack sx={{ gap: 2 }}>
          <ProfileSection enterprise={enterprise} registration={registration} />
          <AccountsSection enterprise={enterprise} />
          <ContactSection enterprise={enterprise} />
        </Stack>
      </Box>
    </Page>
  );
}
