import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { AsOfControl } from '../as-of/AsOfControl.js';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useMay } from '../auth/use-user.js';
import { BulkButton } from '../claims/bulk/BulkButton.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Amount } from '../ui/Amount.js';
import { Answer } from '../ui/Answer.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Facts } from '../ui/Facts.js';
import { Page } from '../ui/Page.js';
import { PrintButton, PrintHead } from '../ui/PrintView.js';
import { Section } from '../ui/Section.js';
import { uiMessages } from '../ui/ui-messages.js';
import { BatchChip } from './BatchChip.js';
import { ClaimsSection } from './ClaimsSection.js';
import { batchDocument, type BatchOnPage, previewBatchDocument } from './documents.js';
import { batchMessages } from './messages.js';
import { MinutesDialog } from './MinutesDialog.js';

/** One batch: its claims, what is missing, what it comes to, and what the meeting decided. */
export function BatchPage() {
  const texts = useMessages(batchMessages);
  const { id = '' } = useParams();
  const query = useDocument(batchDocument, { id });
  const toList = (
    <Button component={Link} to="/batches">
      {texts.toList}
    </Button>
  );
  return (
    <Answer query={query}>
      {({ batch }) =>
        batch === null ? (
          <EmptyState title={texts.notFound} hint={texts.notFoundHint} action={toList} />
        ) : (
          <BatchView batch={batch} />
        )
      }
    </Answer>
  );
}

function BatchView({ batch }: { batch: BatchOnPage }) {
  const texts = useMessages(batchMessages);
  const bilingual = useBilingual();
  const { asOf } = useAsOf();
  const mayBulk = useMay('CLAIM_BULK') && asOf === null;
  const [minuting, setMinuting] = useState(false);
  const { id, name, measure, entries, allowed, refusal, size } = batch;
  const preview = useDocument(
    previewBatchDocument,
    { input: { change: 'MINUTE', batch: id, claims: [] } },
    { enabled: allowed },
  );
  const coming = preview.data?.previewBatch.items ?? [];
  const blocked = coming.flatMap(({ claim, refusal: why }) => (why === null ? [] : [{ claim, message: why.message }]));
  const inside = entries.flatMap(({ id: claim, out }) => (out === null ? [claim] : []));
  return (
    <Page
      title={name}
      beside={
        <>
          <BatchChip standing={batch.standing} />
          <AsOfControl position={batch.position} />
          <PrintButton />
        </>
      }
      actions={
        <>
          {mayBulk && size > 0 && <BulkButton claims={inside} />}
          {allowed && size > 0 && (
            <Button variant="contained" onClick={() => setMinuting(true)}>
              {texts.minute}
            </Button>
          )}
        </>
      }
    >
      <PrintHead of={`${texts.batch} ${name}`} position={batch.position} />
      <Stack sx={{ gap: 2 }}>
        <Section title={texts.facts}>
          <Facts
            entries={[
              [texts.columns.clause, `${measure.clauseId} ${bilingual(measure.title)}`],
              [texts.columns.claims, texts.claimCount(size)],
              [texts.columns.opened, texts.actOf(batch.openedOn, batch.openedBy)],
            ]}
          />
          {refusal && batch.standing === 'OPEN' && (
            <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
              {bilingual(refusal)}
            </Typography>
          )}
        </Section>
        <DecisionSection batch={batch} />
        <ClaimsSection batch={batch} preview={coming} />
        <TotalsSection batch={batch} />
      </Stack>
      {minuting && (
        <MinutesDialog batch={id} count={coming.length} blocked={blocked} onClose={() => setMinuting(false)} />
      )}
    </Page>
  );
}

function DecisionSection({ batch: { minutes } }: { batch: BatchOnPage }) {
  const texts = useMessages(batchMessages);
  const ui = useMessages(uiMessages);
  if (minutes === null) return null;
  const { paper, opinion, by, on, claims } = minutes;
  return (
    <Section title={texts.decision}>
      <Facts
        entries={[
          [texts.number, paper.number],
          [texts.on, paper.on],
          [texts.by, ui.listed(paper.by)],
          [texts.opinion, opinion],
          [texts.columns.claims, texts.claimCount(claims.length)],
          [texts.recordedBy, texts.actOf(on, by)],
        ]}
      />
    </Section>
  );
}

function TotalsSection({ batch: { totals } }: { batch: BatchOnPage }) {
  const texts = useMessages(batchMessages);
  return (
    <Section title={texts.totals}>
      <Facts
        entries={[
          [texts.columns.claims, texts.claimCount(totals.claims)],
          [texts.requested, <Amount key="requested" value={totals.requested} unit />],
          [texts.determined, <Amount key="determined" value={totals.determined} unit />],
          ...totals.payers.map(
            ({ payer, amount, paid }) =>
              [
                texts.payer(payer.name),
                <span key={payer.code}>
                  <Amount value={amount} unit />
                  {texts.paidOf(paid)}
                </span>,
              ] as const,
          ),
        ]}
      />
    </Section>
  );
}
