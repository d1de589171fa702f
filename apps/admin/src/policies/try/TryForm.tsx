import { Box } from '@mui/material';
import { DateInput, Form, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { useMessages } from '../../i18n/messages.js';
import { today } from '../../ui/beijing-time.js';
import type { SimulationInput } from '../documents.js';
import type { Measure } from '../measure/fragments.js';
import { policyMessages } from '../messages.js';
import { DivisionInput } from './DivisionInput.js';
import { FactInput } from './FactInput.js';
import { factValues } from './fact-values.js';
import { Simulation } from './Simulation.js';

interface TryFormProps {
  measure: Measure;
  /** The division whose enterprises the policy is for. */
  division: string;
  /** First day and last day on which a matter may occur; no last day where none is set. */
  from: string;
  to: string | null;
}

/** Tries a clause on facts of one's own. Nothing is recorded. */
export function TryForm({ measure, division, from, to }: TryFormProps) {
  const occurredOn = clamp(today(), from, to);
  return (
    <Form key={measure.id} defaultValues={{ occurredOn, division: '', subject: '', uscc: '', facts: {} }}>
      <TryFields measure={measure} division={division} />
    </Form>
  );
}

function TryFields({ measure, division }: { measure: Measure; division: string }) {
  const texts = useMessages(policyMessages);
  const values = useWatch();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, gap: 3 }}>
      <Box>
        {measure.facts.map((fact) => (
          <FactInput key={fact.name} fact={fact} />
        ))}
        {measure.subject === 'GIVEN' && (
          <TextInput source="subject" label={texts.subject} helperText={texts.subjectHint} />
        )}
        <DivisionInput source="division" label={texts.division} under={division} offered="counties" />
        <DateInput source="occurredOn" label={texts.occurredOn} parse={(value: string) => value} />
        <TextInput source="uscc" label={texts.uscc} helperText={texts.usccHint} />
      </Box>
      <Simulation input={caseOf(measure, values)} hint={texts.tryHint} />
    </Box>
  );
}

const formValues = z.object({
  occurredOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  division: z.string().length(6),
  subject: z.string().nullish(),
  uscc: z.string().nullish(),
  facts: z.record(z.string(), z.unknown()),
});

function caseOf(measure: Measure, values: unknown): SimulationInput | null {
  const parsed = formValues.safeParse(values);
  const facts = parsed.success ? factValues(measure.facts, parsed.data.facts) : null;
  if (!parsed.success || facts === null) return null;
  const { occurredOn, division, subject, uscc } = parsed.data;
  const named = subject?.trim() ?? '';
  if (measure.subject === 'GIVEN' && named === '') return null;
  return {
    measure: measure.id,
    year: Number(occurredOn.slice(0, 4)),
    occurredOn,
    division,
    facts,
    subject: named === '' ? null : named,
    uscc: uscc?.length === 18 ? uscc : null,
  };
}

function clamp(date: string, from: string, to: string | null): string {
  if (date < from) return from;
  return to !== null && date > to ? to : date;
}
