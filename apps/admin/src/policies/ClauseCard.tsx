import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Chip, Stack, Tab, Tabs, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import type { Policy } from './documents.js';
import { Rule } from './measure/Rule.js';
import type { Measure } from './measure/fragments.js';
import { policyMessages } from './messages.js';
import { TryForm } from './try/TryForm.js';

interface ClauseCardProps {
  measure: Measure;
  policy: Policy;
  open: boolean;
  toggle: () => void;
}

/** One clause: its rule, and a form to try it. */
export function ClauseCard({ measure, policy, open, toggle }: ClauseCardProps) {
  const texts = useMessages(policyMessages);
  const bilingual = useBilingual();
  const [view, setView] = useState<'rule' | 'try'>('rule');
  const card = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (open) card.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [open]);

  return (
    <Accordion
      ref={card}
      expanded={open}
      onChange={toggle}
      disableGutters
      variant="outlined"
      slotProps={{ transition: { unmountOnExit: true } }}
      sx={{ '&::before': { display: 'none' }, ...(open && { borderColor: 'primary.main' }) }}
    >
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Stack direction="row" sx={{ alignItems: 'center', gap: 1, flexWrap: 'wrap', pr: 1 }}>
          <Typography component="span" variant="body2" color="textSecondary">
            {measure.clauseId}
          </Typography>
          <Typography component="span" variant="body1" sx={{ fontWeight: 600 }}>
            {bilingual(measure.title)}
          </Typography>
          <Chip
            size="small"
            variant="outlined"
            color={measure.payable ? 'success' : 'default'}
            label={texts.kinds[measure.kind]}
          />
        </Stack>
      </AccordionSummary>
      <AccordionDetails sx={{ pt: 0 }}>
        {measure.payable && (
          <Tabs
            value={view}
            onChange={(_, next: 'rule' | 'try') => setView(next)}
            sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
          >
            <Tab value="rule" label={texts.rule} />
            <Tab value="try" label={texts.tryIt} />
          </Tabs>
        )}
        {view === 'rule' ? (
          <Rule measure={measure} />
        ) : (
          <TryForm measure={measure} division={policy.division.code} from={policy.from} to={policy.to} />
        )}
      </AccordionDetails>
    </Accordion>
  );
}
