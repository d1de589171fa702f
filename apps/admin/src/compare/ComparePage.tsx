import { Button, Checkbox, FormControlLabel, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { AsOfControl } from '../as-of/AsOfControl.js';
import { HeldChip, StatusChip } from '../claims/StatusChip.js';
import { ClaimNumber } from '../claims/list/ClaimNumber.js';
import { useMessages } from '../i18n/messages.js';
import { policyMessages } from '../policies/messages.js';
import { Answer } from '../ui/Answer.js';
import { Notice } from '../ui/Notice.js';
import { Page } from '../ui/Page.js';
import { PrintButton, PrintHead } from '../ui/PrintView.js';
import { uiMessages } from '../ui/ui-messages.js';
import { ChooseClaim } from './ChooseClaim.js';
import { comparePath, isClaimNumber, type Pair, pairIn } from './compare-path.js';
import { differs, sharedPapers } from './comparison.js';
import { Comparison } from './ComparisonTable.js';
import { type ComparedClaim, comparedClaimsDocument } from './documents.js';
import { compareMessages } from './messages.js';
import { UnknownClaim } from './UnknownClaim.js';
import { useComparison } from './use-comparison.js';

/** Two claims side by side, as the address names them; what it does not name is chosen here. */
export function ComparePage() {
  const { search } = useLocation();
  const { left, right } = pairIn(search);
  if (isClaimNumber(left) && isClaimNumber(right) && left !== right) return <AskedPair left={left} right={right} />;
  return <Incomplete pair={{ left, right }} />;
}

/** One is missing, is no claim's number, or stands on both sides. */
function Incomplete({ pair: { left, right } }: { pair: Pair }) {
  const texts = useMessages(compareMessages);
  const named = [left, right].filter((text) => text !== null);
  const known = isClaimNumber(left) ? left : isClaimNumber(right) ? right : null;
  return (
    <Page title={texts.title}>
      <Stack sx={{ gap: 2 }}>
        {left !== null && left === right && <Notice tone="warning" title={texts.sameTwice} />}
        {[...new Set(named)].map((text) => (isClaimNumber(text) ? null : <UnknownClaim key={text} text={text} />))}
        <ChooseClaim key={known} beside={known} side={known === null || isClaimNumber(left) ? 'right' : 'left'} />
      </Stack>
    </Page>
  );
}

function AskedPair({ left, right }: { left: string; right: string }) {
  const texts = useMessages(compareMessages);
  const query = useDocument(comparedClaimsDocument, { left, right });
  return (
    <Answer query={query}>
      {(found) =>
        found.left !== null && found.right !== null ? (
          <ComparedPair left={found.left} right={found.right} />
        ) : (
          <Page title={texts.title}>
            <Stack sx={{ gap: 2 }}>
              {found.left === null && <UnknownClaim text={left} />}
              {found.right === null && <UnknownClaim text={right} />}
              <ChooseClaim
                beside={found.left?.id ?? found.right?.id ?? null}
                side={found.left === null && found.right !== null ? 'left' : 'right'}
              />
            </Stack>
          </Page>
        )
      }
    </Answer>
  );
}

interface ComparedPairProps {
  left: ComparedClaim;
  right: ComparedClaim;
}

function ComparedPair({ left, right }: ComparedPairProps) {
  const texts = useMessages(compareMessages);
  const [isNarrowed, setNarrowed] = useState(false);
  const groups = useComparison()(left, right);
  const rows = groups.flatMap((group) => group.rows);
  const differing = rows.filter(differs).length;
  const shown = isNarrowed
    ? groups.flatMap((group) => {
        const kept = group.rows.filter(differs);
        return kept.length === 0 ? [] : [{ ...group, rows: kept }];
      })
    : groups;
  return (
    <Page
      title={texts.title}
      beside={
        <Stack direction="row" sx={{ gap: 0.75, flexWrap: 'wrap', alignItems: 'center' }}>
          <AsOfControl position={left.position} />
          <PrintButton />
        </Stack>
      }
    >
      <PrintHead of={texts.print(left.id, right.id)} position={left.position} />
      <Stack sx={{ gap: 2 }}>
        <Shared left={left} right={right} />
        <Stack direction="row" sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography variant="body2" role="status">
            {texts.counted(differing, rows.length)}
          </Typography>
          <FormControlLabel
            control={<Checkbox size="small" checked={isNarrowed} onChange={(_, checked) => setNarrowed(checked)} />}
            label={<Typography variant="body2">{texts.onlyDiffering}</Typography>}
          />
        </Stack>
        {shown.length === 0 && <Typography>{texts.noneDiffer}</Typography>}
        <Comparison
          groups={shown}
          heads={{
            left: <Head claim={left} without={{ left: null, right: right.id }} />,
            right: <Head claim={right} without={{ left: left.id, right: null }} />,
          }}
        />
      </Stack>
    </Page>
  );
}

/** What both have, and may have but once. */
function Shared({ left, right }: ComparedPairProps) {
  const texts = useMessages(compareMessages);
  const { evidenceKinds } = useMessages(policyMessages);
  const { listed } = useMessages(uiMessages);
  const papers = sharedPapers(left, right).map(({ kind, number }) => `${evidenceKinds[kind]} ${number}`);
  const isSameSubject =
    left.subject !== null && left.subject === right.subject && left.enterprise.uscc === right.enterprise.uscc;
  return (
    <>
      {papers.length > 0 ? (
        <Notice tone="warning" title={texts.sharedPapers(listed(papers))} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {texts.noSharedPapers}
        </Typography>
      )}
      {isSameSubject && <Notice tone="warning" title={texts.sameSubject(left.subject ?? '')} />}
    </>
  );
}

function Head({ claim, without }: { claim: ComparedClaim; without: Pair }) {
  const texts = useMessages(compareMessages);
  return (
    <Stack sx={{ gap: 0.25, alignItems: 'start', minWidth: 0 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <ClaimNumber id={claim.id} />
        <StatusChip status={claim.status} />
        {claim.held && <HeldChip />}
      </Stack>
      <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {claim.enterprise.name}
      </Typography>
      <Button
        size="small"
        component={Link}
        to={comparePath(without)}
        aria-label={`${texts.other} ${claim.id}`}
        sx={{ ml: -0.75, displayPrint: 'none' }}
      >
        {texts.other}
      </Button>
    </Stack>
  );
}
