import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import { useDocument } from '../../api/use-document.js';
import type { EnterpriseRecord } from '../../enterprises/documents.js';
import { useMessages } from '../../i18n/messages.js';
import { type MeasureChoice, type MeasureInPolicy, measureDocument } from '../../policies/documents.js';
import { Answer } from '../../ui/Answer.js';
import { Page } from '../../ui/Page.js';
import { Section } from '../../ui/Section.js';
import { useFormCommand } from '../../ui/use-form-command.js';
import { submitClaim } from '../documents.js';
import { type ClaimEntries, emptyDocument, statedClaim, yearOf } from './claim-entries.js';
import { ClaimForm } from './ClaimForm.js';
import { EnterprisePicker } from './EnterprisePicker.js';
import { MeasurePicker } from './MeasurePicker.js';
import { claimFormMessages } from './messages.js';

/** The window clerk's form: first who claims under which clause, then what the clause asks for. */
export function ClaimCreate() {
  const texts = useMessages(claimFormMessages);
  const [enterprise, setEnterprise] = useState<EnterpriseRecord | null>(null);
  const [measure, setMeasure] = useState<MeasureChoice | null>(null);
  return (
    <Page title={texts.create}>
      <Box sx={{ mb: 2 }}>
        <Section
          title={texts.who}
          aside={
            <Button size="small" component={Link} to="/enterprises/create">
              {texts.registerFirst}
            </Button>
          }
        >
          <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, gap: 1.5 }}>
            <EnterprisePicker value={enterprise} onChange={setEnterprise} />
            <MeasurePicker value={measure} division={enterprise?.division ?? null} onChange={setMeasure} />
          </Box>
        </Section>
      </Box>
      {enterprise && measure ? (
        <NewClaim enterprise={enterprise} measureId={measure.id} />
      ) : (
        <Typography color="textSecondary">{texts.chooseFirst}</Typography>
      )}
    </Page>
  );
}

function NewClaim({ enterprise, measureId }: { enterprise: EnterpriseRecord; measureId: string }) {
  const query = useDocument(measureDocument, { id: measureId, on: null });
  return (
    <Answer query={query}>
      {({ measure }) => measure && <NewClaimForm enterprise={enterprise} measure={measure} />}
    </Answer>
  );
}

function NewClaimForm({ enterprise, measure }: { enterprise: EnterpriseRecord; measure: MeasureInPolicy }) {
  const texts = useMessages(claimFormMessages);
  const notify = useNotify();
  const navigate = useNavigate();
  const { submit, sending, refusal } = useFormCommand(submitClaim, (claim) => {
    notify(texts.done(claim.id), { type: 'success' });
    void navigate(`/claims/${claim.id}/show`);
  });
  const send = (entries: ClaimEntries, decides: MeasureInPolicy) => {
    const stated = statedClaim(entries, decides);
    if (stated === null) return Promise.resolve();
    return submit({ ...stated, uscc: enterprise.uscc, measure: measure.id, year: yearOf(entries.occurredOn) });
  };
  return (
    <ClaimForm
      measure={measure}
      division={enterprise.division.code}
      initial={{
        uscc: enterprise.uscc,
        measure: measure.id,
        occurredOn: '',
        subject: '',
        facts: {},
        requestedAmount: '',
        evidence: measure.evidenceKinds.map(emptyDocument),
      }}
      submitLabel={texts.submit}
      sending={sending}
      refusal={refusal}
      onSubmit={send}
    />
  );
}
