import { Box, Typography } from '@mui/material';
import { useDocument } from '../../api/use-document.js';
import { useMessages } from '../../i18n/messages.js';
import { Section } from '../../ui/Section.js';
import { conditionsDocument } from './documents.js';
import { conditionMessages } from './messages.js';

/** On what offices agreed to the claim (附条件同意), and how the determination answered it. Nothing where none did. */
export function ConditionsSection({ claim }: { claim: string }) {
  const texts = useMessages(conditionMessages);
  const { data } = useDocument(conditionsDocument, { id: claim });
  const conditions = data?.claim?.conditions ?? [];
  if (conditions.length === 0) return null;
  return (
    <Section title={texts.title}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {conditions.map(({ key, text, by, department, on, met }) => (
          <Box component="li" key={key} sx={{ py: 0.75 }}>
            <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {text}
            </Typography>
            <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
              {texts.said(department === null ? by : `${department} ${by}`, on)}
            </Typography>
            <Typography variant="body2" sx={{ fontWeight: 500 }}>
              {met === null ? texts.open : texts.met(met)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
