import { Box, Button, Card, Stack, Typography } from '@mui/material';
import { type ComponentProps, type ReactNode, useEffect, useState } from 'react';
import { DateInput, Form, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { Refusal } from '../../api/refusals.js';
import { useDocument } from '../../api/use-document.js';
import { useMessages } from '../../i18n/messages.js';
import { type MeasureInPolicy, measureDocument } from '../../policies/documents.js';
import { namedKinds, statedFacts } from '../../policies/measure/fragments.js';
import { FactInput } from '../../policies/try/FactInput.js';
import { today } from '../../ui/beijing-time.js';
import { needed } from '../../ui/form-errors.js';
import { formMessages } from '../../ui/form-messages.js';
import { MoneyInput } from '../../ui/MoneyInput.js';
import { FormRefusal } from '../../ui/FormRefusal.js';
import { Section } from '../../ui/Section.js';
import { type ClaimEntries, claimEntries } from './claim-entries.js';
import { ClaimDraft, type ClaimDraftName } from './ClaimDraft.js';
import { ClausePreview } from './ClausePreview.js';
import { EvidenceInputs } from './EvidenceInputs.js';
import { InvoicedTotal } from './InvoicedTotal.js';
import { claimFormMessages } from './messages.js';

interface ClaimFormProps {
  /** The clause as it is today. */
  measure: MeasureInPolicy;
  /** The enterprise's division, which decides on jurisdiction and on who pays. */
  division: string;
  initial: ClaimEntries;
  /** By which name what is typed is kept, and what it is about. */
  draft: ClaimDraftName;
  submitLabel: string;
  sending: boolean;
  refusal: Refusal | null;
  /** Above the fields: what they are to be changed for. */
  above?: ReactNode;
  /** With the clause as it decides a matter of the stated day. */
  onSubmit: (entries: ClaimEntries, measure: MeasureInPolicy) => Promise<void>;
}

/**
 * What a claim states, asked for as the clause needs it, beside the clause's words and the amount they lead to: in the
 * version that decides a matter of the day that is stated, since its facts and papers may be others than today's.
 */
export function ClaimForm({ measure: inForce, division, initial, draft, onSubmit, ...rest }: ClaimFormProps) {
  const [day, setDay] = useState(dayOf(initial.occurredOn));
  const query = useDocument(
    measureDocument,
    { id: inForce.id, on: day },
    { enabled: day !== null, keepPrevious: true },
  );
  const measure = query.data?.measure ?? inForce;
  return (
    <Form
      key={inForce.id}
      defaultValues={initial}
      onSubmit={(entries: unknown) => onSubmit(claimEntries.parse(entries), measure)}
    >
      <StatedDay onChange={setDay} />
      <ClaimDraft {...draft} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 6fr)' },
          gap: 2,
          alignItems: 'start',
        }}
      >
        <StatedFields measure={measure} {...rest} />
        <Box sx={{ position: { lg: 'sticky' }, top: 64, maxHeight: { lg: 'calc(100vh - 88px)' }, overflowY: 'auto' }}>
          <WatchingPreview
            measure={measure}
            isOfToday={measure.policy.version === inForce.policy.version}
            division={division}
          />
        </Box>
      </Box>
    </Form>
  );
}

type StatedFieldsProps = Pick<ClaimFormProps, 'measure' | 'submitLabel' | 'sending' | 'refusal' | 'above'>;

function StatedFields({ measure, submitLabel, sending, refusal, above }: StatedFieldsProps) {
  const texts = useMessages(claimFormMessages);
  const form = useMessages(formMessages);
  return (
    <Stack sx={{ gap: 2 }}>
      {above}
      <Section title={texts.facts}>
        {statedFacts(measure).map((fact) => (
          <FactInput key={fact.name} fact={fact} />
        ))}
        {measure.subject === 'GIVEN' && (
          <TextInput
            source="subject"
            label={texts.subject}
            helperText={texts.subjectHint}
            validate={needed(form.required)}
          />
        )}
        <DateInput
          source="occurredOn"
          label={texts.occurredOn}
          helperText={texts.occurredHint}
          parse={(value: string) => value}
          validate={[needed(form.date), happened(form.notYet)]}
        />
      </Section>
      {measure.evidenceKinds.length > 0 && (
        <Section title={texts.evidence}>
          <Typography variant="caption" color="textSecondary">
            {texts.evidenceHint}
          </Typography>
          <EvidenceInputs kinds={namedKinds(measure.evidenceKinds)} />
          {measure.evidenceKinds.includes('INVOICE') && <InvoicedTotal fact={measure.invoicedFact} />}
        </Section>
      )}
      <Card sx={{ p: 2 }}>
        <MoneyInput source="requestedAmount" label={texts.requestedAmount} />
        <FormRefusal refusal={refusal} />
        <Button type="submit" variant="contained" size="large" loading={sending} sx={{ mt: 1 }}>
          {submitLabel}
        </Button>
      </Card>
    </Stack>
  );
}

function WatchingPreview(clause: Omit<ComponentProps<typeof ClausePreview>, 'entries'>) {
  const values = claimEntries.safeParse(useWatch());
  return <ClausePreview {...clause} entries={values.success ? values.data : null} />;
}

/** Tells which day is stated. */
function StatedDay({ onChange }: { onChange: (day: string | null) => void }) {
  const day = dayOf(useWatch({ name: 'occurredOn' }));
  useEffect(() => {
    if (day !== null) onChange(day);
  }, [day, onChange]);
  return null;
}

function dayOf(stated: unknown): string | null {
  return typeof stated === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(stated) ? stated : null;
}

/** Refuses a day that has not come at the offices. */
function happened(problem: string) {
  return (day: unknown) => (typeof day === 'string' && day > today() ? problem : undefined);
}
