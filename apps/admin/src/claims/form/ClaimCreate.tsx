import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import { useDocument } from '../../api/use-document.js';
import type { EnterpriseRecord } from '../../enterprises/documents.js';
import { useDrafts } from '../../drafts/use-draft.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { type MeasureChoice, type MeasureInPolicy, measureDocument } from '../../policies/documents.js';
import { Answer } from '../../ui/Answer.js';
import { Page } from '../../ui/Page.js';
import { RoundOfForm } from '../../rounds/RoundOfForm.js';
import { Section } from '../../ui/Section.js';
import { useFormCommand } from '../../ui/use-form-command.js';
import { submitClaim } from '../documents.js';
import { ClauseSection } from '../page/ClauseSection.js';
import { type ClaimEntries, claimEntries, emptyDocument, statedClaim, yearOf } from './claim-entries.js';
import { ClaimForm } from './ClaimForm.js';
import { EnterprisePicker } from './EnterprisePicker.js';
import { MeasurePicker } from './MeasurePicker.js';
import { claimFormMessages } from './messages.js';
import { newClaimDraft } from './new-claim-draft.js';
import { UnsentClaims } from './UnsentClaims.js';
import { useGoOn } from './use-go-on.js';

/** The window clerk's form: first who claims under which clause, then what the clause asks for. */
export function ClaimCreate() {
  const texts = useMessages(claimFormMessages);
  const [enterprise, setEnterprise] = useState<EnterpriseRecord | null>(null);
  const [measure, setMeasure] = useState<MeasureChoice | null>(null);
  const [goesOn, setGoesOn] = useState(false);
  const goOn = useGoOn((foundEnterprise, foundMeasure) => {
    setEnterprise(foundEnterprise);
    setMeasure(foundMeasure);
    setGoesOn(true);
  });
  const isChosen = enterprise !== null && measure !== null;
  /** Another claim begins: what was typed for it is offered, and not put into its form at once. */
  const chosen =
    <Choice,>(set: (choice: Choice) => void) =>
    (choice: Choice) => {
      setGoesOn(false);
      set(choice);
    };
  return (
    <Page title={texts.create}>
      {!isChosen && <UnsentClaims onGoOn={(form) => void goOn(form)} />}
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
            <EnterprisePicker value={enterprise} onChange={chosen(setEnterprise)} />
            <MeasurePicker value={measure} division={enterprise?.division ?? null} onChange={chosen(setMeasure)} />
          </Box>
        </Section>
      </Box>
      {measure && <RoundOfForm measure={measure.id} />}
      {isChosen ? (
        <NewClaim
          key={newClaimDraft(enterprise.uscc, measure.id)}
          enterprise={enterprise}
          measureId={measure.id}
          goesOn={goesOn}
        />
      ) : (
        <>
          <Typography color="textSecondary" sx={{ mb: 2 }}>
            {texts.chooseFirst}
          </Typography>
          {measure && <ClauseAsks id={measure.id} />}
        </>
      )}
    </Page>
  );
}

/** What the clause asks for, as long as nobody is chosen who claims under it. */
function ClauseAsks({ id }: { id: string }) {
  const query = useDocument(measureDocument, { id, on: null });
  return <Answer query={query}>{({ measure }) => measure && <ClauseSection measure={measure} />}</Answer>;
}

interface NewClaimProps {
  enterprise: EnterpriseRecord;
  measureId: string;
  /** Whether what was typed before is to stand in the form at once. */
  goesOn: boolean;
}

function NewClaim({ enterprise, measureId, goesOn }: NewClaimProps) {
  const query = useDocument(measureDocument, { id: measureId, on: null });
  return (
    <Answer query={query}>
      {({ measure }) => measure && <NewClaimForm enterprise={enterprise} measure={measure} goesOn={goesOn} />}
    </Answer>
  );
}

interface NewClaimFormProps extends Pick<NewClaimProps, 'enterprise' | 'goesOn'> {
  measure: MeasureInPolicy;
}

function NewClaimForm({ enterprise, measure, goesOn }: NewClaimFormProps) {
  const texts = useMessages(claimFormMessages);
  const notify = useNotify();
  const navigate = useNavigate();
  const bilingual = useBilingual();
  const draft = newClaimDraft(enterprise.uscc, measure.id);
  const drafts = useDrafts();
  const [resumed] = useState(() => (goesOn ? (drafts?.read(draft) ?? null) : null));
  const { submit, sending, refusal } = useFormCommand(
    submitClaim,
    (claim) => {
      notify(texts.done(claim.id), { type: 'success' });
      void navigate(`/claims/${claim.id}/show`);
    },
    draft,
  );
  const send = (entries: ClaimEntries, decides: MeasureInPolicy) => {
    const stated = statedClaim(entries, decides);
    if (stated === null) return Promise.resolve();
    return submit({ ...stated, uscc: enterprise.uscc, measure: measure.id, year: yearOf(entries.occurredOn) });
  };
  return (
    <ClaimForm
      measure={measure}
      division={enterprise.division.code}
      initial={
        resumed === null
          ? {
              uscc: enterprise.uscc,
              measure: measure.id,
              occurredOn: '',
              subject: '',
              facts: {},
              requestedAmount: '',
              evidence: measure.evidenceKinds.map(emptyDocument),
              answers: {},
            }
          : claimEntries.parse(resumed.values)
      }
      draft={{
        form: draft,
        about: `${enterprise.name} · ${measure.clauseId} ${bilingual(measure.title)}`,
        isResumed: resumed !== null,
      }}
      submitLabel={texts.submit}
      sending={sending}
      refusal={refusal}
      onSubmit={send}
    />
  );
}
