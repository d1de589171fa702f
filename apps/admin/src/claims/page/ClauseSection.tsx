import { Box, Button, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useDocument } from '../../api/use-document.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { measureDocument } from '../../policies/documents.js';
import { Rule } from '../../policies/measure/Rule.js';
import { Answer } from '../../ui/Answer.js';
import { Quotation } from '../../ui/Quotation.js';
import { Section } from '../../ui/Section.js';
import { claimPageMessages } from './messages.js';

const dayMs = 86_400_000;

/** The words of the clause, and beside them what the system makes of them. */
export function ClauseSection({ measureId }: { measureId: string }) {
  const texts = useMessages(claimPageMessages);
  const bilingual = useBilingual();
  const query = useDocument(measureDocument, { id: measureId }, { staleTimeMs: dayMs });
  return (
    <Section title={texts.clause} aside={<ToDocument measureId={measureId} />}>
      <Answer query={query}>
        {({ measure }) =>
          measure && (
            <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, gap: 3 }}>
              <Box>
                <Typography variant="caption" color="textSecondary">
                  {`${measure.policy.documentNumber ?? ''} ${bilingual(measure.policy.title)}`.trimStart()}
                </Typography>
                {measure.quotes.map((quote) => (
                  <Quotation key={quote}>{quote}</Quotation>
                ))}
              </Box>
              <Rule measure={measure} />
            </Box>
          )
        }
      </Answer>
    </Section>
  );
}

function ToDocument({ measureId }: { measureId: string }) {
  const texts = useMessages(claimPageMessages);
  const [policy = '', clause = ''] = measureId.split('/');
  return (
    <Button size="small" component={Link} to={`/policies/${policy}/show?clause=${clause}`}>
      {texts.openPolicy}
    </Button>
  );
}
