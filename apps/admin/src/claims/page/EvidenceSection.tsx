import { Box, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ClaimStatus } from '../../api/schema/enums.generated.js';
import { useDocument } from '../../api/use-document.js';
import { codeFont } from '../../app/theme.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { policyMessages } from '../../policies/messages.js';
import { EntryLines } from '../../recognitions/EntryLines.js';
import { recognitionMessages } from '../../recognitions/messages.js';
import { Amount } from '../../ui/Amount.js';
import { Facts } from '../../ui/Facts.js';
import { Notice } from '../../ui/Notice.js';
import { grouped } from '../../ui/money.js';
import { Section } from '../../ui/Section.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { claimMessages } from '../messages.js';
import { nearClaimsDocument } from '../near-document.js';
import { StatusChip } from '../StatusChip.js';
import type { Claim, Contestant, Contesting, Elsewhere, Evidence, Invoice } from '../fragments.js';
import { claimPageMessages } from './messages.js';

const toBeReviewed: readonly ClaimStatus[] = ['SUBMITTED', 'RETURNED', 'ACCEPTED'];

export function EvidenceSection({ claim }: { claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  return (
    <Section title={texts.evidence}>
      {claim.evidence.length === 0 ? (
        <Typography color="textSecondary">{texts.noEvidence}</Typography>
      ) : (
        <Stack sx={{ gap: 2 }}>
          {claim.evidence.map((evidence) => (
            <EvidenceEntry
              key={`${evidence.kind}-${evidence.number}-${evidence.party ?? ''}`}
              evidence={evidence}
              claim={claim}
            />
          ))}
          {claim.invoicedTotal !== null && (
            <Typography variant="body2">{texts.invoicedTotal(grouped(claim.invoicedTotal))}</Typography>
          )}
        </Stack>
      )}
      {claim.elsewhere.map((found) => (
        <ElsewhereNotice key={`${found.city.code}-${found.number ?? ''}`} found={found} />
      ))}
      <ListedNotice claim={claim} />
      <NearContracts claim={claim} />
      <SimilarSubjects claim={claim} />
    </Section>
  );
}

/** Another city has a claim on the same: its file is its own, so that somebody has to call. */
function ElsewhereNotice({ found: { kind, number, city, since, department } }: { found: Elsewhere }) {
  const texts = useMessages(claimPageMessages);
  const { evidenceKinds } = useMessages(policyMessages);
  const what = kind === null ? texts.sameSubject : `${evidenceKinds[kind]} ${number ?? ''}`;
  return (
    <Box sx={{ my: 1 }}>
      <Notice tone="warning" title={texts.elsewhere(what, city.name, since, department)} />
    </Box>
  );
}

/** Where a recognition is shown by a certificate alone: whether a list says the same, or none does. */
function ListedNotice({ claim }: { claim: Claim }) {
  const texts = useMessages(recognitionMessages);
  const isAsked = claim.measure.evidenceKinds.includes('RECOGNITION');
  // Where papers are to follow, none may be there yet.
  const isCertified = claim.evidence.some(({ kind }) => kind === 'CERTIFICATE');
  if (claim.listedAs.length > 0) {
    return (
      <>
        {isCertified && (
          <Box sx={{ my: 1 }}>
            <Notice tone="warning" title={texts.onList} />
          </Box>
        )}
        {claim.listedAs.map((entry) => (
          <EntryLines key={entry.id} entry={entry} />
        ))}
      </>
    );
  }
  if (!isAsked || !isCertified) return null;
  return (
    <Box sx={{ my: 1 }}>
      <Notice tone="info" title={texts.onNoList} />
    </Box>
  );
}

/** Contracts of other claims that may be this one's under another party's name: the reviewer compares them. */
function NearContracts({ claim }: { claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  const { listed } = useMessages(uiMessages);
  const { data } = useDocument(nearClaimsDocument, { id: claim.id });
  const contracts = data?.claim?.nearContracts ?? [];
  if (contracts.length === 0) return null;
  const numbers = new Set(contracts.map(({ number }) => number));
  const own = claim.evidence.filter(({ kind, number }) => kind === 'CONTRACT' && numbers.has(number));
  return (
    <>
      <Box sx={{ my: 1 }}>
        <Notice tone="warning" title={texts.nearContracts} />
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: 1.5 }}>
        <ContestantCard
          contestant={claim}
          caption={`${texts.thisClaim} ${listed(own.map(({ number, party }) => `${number} ${party ?? ''}`))}`}
        />
        {contracts.map(({ number, parties, claim: other }) => (
          <ContestantCard
            key={`${other.id}-${number}`}
            contestant={other}
            caption={`${other.id} ${number} ${listed(parties)}`}
          />
        ))}
      </Box>
    </>
  );
}

/** Subjects that may be the same matter under another name: the reviewer compares them. */
function SimilarSubjects({ claim }: { claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  const { data } = useDocument(nearClaimsDocument, { id: claim.id });
  const similar = data?.claim?.similarSubjects ?? [];
  if (similar.length === 0) return null;
  return (
    <>
      <Box sx={{ my: 1 }}>
        <Notice tone="warning" title={texts.similarSubjects} />
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: 1.5 }}>
        <ContestantCard contestant={claim} caption={`${texts.thisClaim} ${claim.subject ?? ''}`} />
        {similar.map((other) => (
          <ContestantCard key={other.id} contestant={other} caption={`${other.id} ${other.subject ?? ''}`} />
        ))}
      </Box>
    </>
  );
}

function EvidenceEntry({ evidence, claim }: { evidence: Evidence; claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  const { evidenceKinds } = useMessages(policyMessages);
  const isHolding = ({ id }: Contesting) => evidence.heldUpBy.includes(id);
  const isToBeReviewed = toBeReviewed.includes(claim.status);
  return (
    <Box>
      <Typography variant="body2">
        {evidenceKinds[evidence.kind]}{' '}
        <Box component="code" sx={{ fontFamily: codeFont }}>
          {evidence.number}
        </Box>
      </Typography>
      {evidence.party !== null && <Facts entries={[[texts.party, evidence.party]]} />}
      {evidence.invoice !== null && <InvoiceFacts invoice={evidence.invoice} />}
      {evidence.entry !== null && <EntryLines entry={evidence.entry} />}
      {evidence.kind === 'INVOICE' && evidence.invoice === null && (
        <Typography variant="caption" color="textSecondary">
          {texts.bareInvoice}
        </Typography>
      )}
      <Contested
        claim={claim}
        by={evidence.contestedBy.filter(isHolding)}
        tone="error"
        title={isToBeReviewed ? texts.contested : texts.contestedAfter}
      />
      <Contested
        claim={claim}
        by={evidence.contestedBy.filter((other) => !isHolding(other))}
        tone="warning"
        title={isToBeReviewed ? texts.alsoUsed : texts.usedLater}
      />
    </Box>
  );
}

interface ContestedProps {
  claim: Claim;
  by: readonly Contesting[];
  tone: 'error' | 'warning';
  title: string;
}

/** The claim beside others on the same document; nothing where there are none. */
function Contested({ claim, by, tone, title }: ContestedProps) {
  const texts = useMessages(claimPageMessages);
  if (by.length === 0) return null;
  return (
    <>
      <Box sx={{ my: 1 }}>
        <Notice tone={tone} title={title} />
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: 1.5 }}>
        <ContestantCard contestant={claim} caption={texts.thisClaim} />
        {by.map((other) => (
          <ContestantCard key={other.id} contestant={other} caption={other.id} settledBy={<SettledBy {...other} />} />
        ))}
      </Box>
    </>
  );
}

function InvoiceFacts({ invoice }: { invoice: Invoice }) {
  const texts = useMessages(claimPageMessages);
  const facts = (
    <Facts
      entries={[
        [texts.seller, `${invoice.seller} ${invoice.sellerUscc}`],
        [texts.issuedOn, invoice.issuedOn],
        [texts.invoiceAmount, <Amount key="amount" value={invoice.amount} />],
        [texts.invoiceTax, <Amount key="tax" value={invoice.tax} />],
        ...(invoice.reverses === null ? [] : [[texts.reverses, invoice.reverses] as const]),
      ]}
    />
  );
  if (invoice.sellerCodeChecks) return facts;
  return (
    <>
      {facts}
      <Box sx={{ my: 1 }}>
        <Notice tone="warning" title={texts.sellerCodeUnchecked} />
      </Box>
    </>
  );
}

/** Who can answer a claim on the same document, if it is the wrong one, and how: as the steps of a claim have it. */
function SettledBy({ status, division }: Contesting) {
  const { settled } = useMessages(claimPageMessages);
  switch (status) {
    case 'SUBMITTED':
      return settled.submitted(division.name);
    case 'ACCEPTED':
      return settled.accepted;
    case 'REVIEWED':
      return settled.reviewed;
    case 'DETERMINED':
    case 'PUBLICISED':
    case 'OBJECTED':
      return settled.determined(division.name);
    case 'INSTRUCTED':
    case 'SETTLING':
    case 'PAID':
    case 'SETTLED':
      return settled.instructed;
    case 'RETURNED':
    case 'REJECTED':
    case 'WITHDRAWN':
    case 'DECLINED':
      return null;
  }
}

interface ContestantCardProps {
  contestant: Contestant;
  caption: string;
  /** Who can answer it; of a claim that contests another one's document. */
  settledBy?: ReactNode;
}

function ContestantCard({ contestant, caption, settledBy: answer }: ContestantCardProps) {
  const texts = useMessages(claimPageMessages);
  const { columns } = useMessages(claimMessages);
  const bilingual = useBilingual();
  return (
    <Card sx={{ p: 1.5 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 1, mb: 1 }}>
        <Typography
          component={Link}
          to={`/claims/${contestant.id}/show`}
          variant="body2"
          sx={{ fontWeight: 650, color: 'primary.main' }}
        >
          {caption}
        </Typography>
        <StatusChip status={contestant.status} />
      </Stack>
      <Facts
        entries={[
          [columns.enterprise, contestant.enterprise.name],
          [columns.measure, bilingual(contestant.measure.title)],
          [columns.submittedOn, contestant.submittedOn],
          [columns.requested, <Amount key="requested" value={contestant.requestedAmount} />],
          [columns.determined, <Amount key="determined" value={contestant.determinedAmount} />],
          ...(answer === undefined ? [] : [[texts.settledBy, answer] as const]),
        ]}
      />
    </Card>
  );
}
