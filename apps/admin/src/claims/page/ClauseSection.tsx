import { Box, Button, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Rule } from '../../policies/measure/Rule.js';
import { Quotation } from '../../ui/Quotation.js';
import { Section } from '../../ui/Section.js';
import type { Claim } from '../fragments.js';
import { claimPageMessages } from './messages.js';

/** The words of the clause in the version that decides the claim, and beside them what the system makes of them. */
export function ClauseSection({ measure }: { measure: Claim['measure'] }) {
  const texts = useMessages(claimPageMessages);
  const bilingual = useBilingual();
  const { documentNumber, title } = measure.policy;
  return (
    <Section title={texts.clause} aside={<ToDocument measure={measure} />}>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, gap: 3 }}>
        <Box>
          <Typography variant="caption" color="textSecondary">
            {`${documentNumber ?? ''} ${bilingual(title)}`.trimStart()}
          </Typography>
          {measure.quotes.map((quote) => (
            <Quotation key={quote}>{quote}</Quotation>
          ))}
        </Box>
        <Rule measure={measure} />
      </Box>
    </Section>
  );
}

function ToDocument({ measure }: { measure: Claim['measure'] }) {
  const texts = useMessages(claimPageMessages);
  return (
    <Button size="small" component={Link} to={`/policies/${measure.policy.id}/show?clause=${measure.clauseId}`}>
      {texts.openPolicy}
    </Button>
  );
}
