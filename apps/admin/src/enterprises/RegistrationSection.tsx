import { Box, Button, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { codeFont } from '../app/theme.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { Facts } from '../ui/Facts.js';
import { Section } from '../ui/Section.js';
import { accountMessages } from './account-messages.js';
import { type Registration, type RegistrationProposal, registrationAnswers } from './documents.js';
import { enterpriseMessages } from './messages.js';
import { ProposalButtons } from './ProposalButtons.js';
import { registrationMessages } from './registration-messages.js';

/** What was proposed to register under a code that does not check, and what colleagues said of it. */
export function RegistrationSection({ registration: { uscc, proposals } }: { registration: Registration }) {
  const texts = useMessages(registrationMessages);
  const { register } = useMessages(enterpriseMessages);
  const mayRegister = useMay('ENTERPRISE_REGISTER');
  const isOpen = proposals.some(({ standing }) => standing === 'OPEN');
  return (
    <Section title={texts.title}>
      <Typography variant="body2" sx={{ mb: 1 }}>
        {isOpen ? texts.says : texts.nobody}
      </Typography>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {proposals.map((proposal) => (
          <Box component="li" key={proposal.id} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
            <ProposedEnterprise uscc={uscc} proposal={proposal} />
          </Box>
        ))}
      </Stack>
      {!isOpen && mayRegister && (
        <Button size="small" component={Link} to="/enterprises/create">
          {register}
        </Button>
      )}
    </Section>
  );
}

function ProposedEnterprise({ uscc, proposal }: { uscc: string; proposal: RegistrationProposal }) {
  const texts = useMessages(registrationMessages);
  const { columns } = useMessages(enterpriseMessages);
  const { standings } = useMessages(accountMessages);
  const { name, division, licence, standing, opensUntil, reason } = proposal;
  const shown = texts.issued(licence.number, licence.issuedOn);
  return (
    <>
      <Facts
        entries={[
          [columns.name, name],
          [
            columns.uscc,
            <Box key="uscc" component="span" sx={{ fontFamily: codeFont }}>
              {uscc}
            </Box>,
          ],
          [columns.division, division.name],
          [texts.licence, shown],
        ]}
      />
      <Typography variant="body2" sx={{ my: 1 }}>
        {standing === 'OPEN' && texts.waits(opensUntil)}
        {standing !== 'OPEN' && (reason === null ? standings[standing] : texts.refusedFor(reason))}
      </Typography>
      {standing === 'OPEN' && (
        <ProposalButtons
          answers={registrationAnswers}
          matter={texts.title}
          enterprise={{ uscc, name }}
          proposal={proposal.id}
          details={[
            [columns.division, division.name],
            [texts.licence, shown],
          ]}
          isMine={proposal.isMine}
          isOpen
        />
      )}
    </>
  );
}
