import { Box, Divider, Stack, Typography } from '@mui/material';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import type { MeasureInPolicy } from '../../policies/documents.js';
import { policyMessages } from '../../policies/messages.js';
import { Rule } from '../../policies/measure/Rule.js';
import { Simulation } from '../../policies/try/Simulation.js';
import { Notice } from '../../ui/Notice.js';
import { Quotation } from '../../ui/Quotation.js';
import { Section } from '../../ui/Section.js';
import { type ClaimEntries, simulationOf } from './claim-entries.js';
import { claimFormMessages } from './messages.js';

interface ClausePreviewProps {
  measure: MeasureInPolicy;
  /** Whether it is what decides matters of today. */
  isOfToday: boolean;
  division: string;
  entries: ClaimEntries | null;
}

/** The clause's words, and what they would pay on the facts entered so far. */
export function ClausePreview({ measure, isOfToday, division, entries }: ClausePreviewProps) {
  const texts = useMessages(claimFormMessages);
  const policyTexts = useMessages(policyMessages);
  const bilingual = useBilingual();
  const { documentNumber, from, to } = measure.policy;
  return (
    <Section title={texts.preview}>
      <Typography variant="caption" color="textSecondary">
        {[documentNumber, bilingual(measure.title), policyTexts.dates(from, to)].filter(Boolean).join(' · ')}
      </Typography>
      {!isOfToday && (
        <Box sx={{ my: 1 }}>
          <Notice tone="info" title={texts.otherVersion} />
        </Box>
      )}
      <Stack sx={{ mb: 2 }}>
        {measure.quotes.map((quote) => (
          <Quotation key={quote}>{quote}</Quotation>
        ))}
      </Stack>
      <Divider sx={{ mb: 2 }} />
      <Simulation input={entries && simulationOf(withProposal(entries), measure, division)} hint={texts.tryHint} />
      <Divider sx={{ my: 2 }} />
      <Rule measure={measure} />
    </Section>
  );
}

/** Until the lead department proposes an amount, the one asked for stands in its place. */
function withProposal(entries: ClaimEntries): ClaimEntries {
  return { ...entries, facts: { ...entries.facts, proposedAmount: entries.requestedAmount } };
}
