import { Box, Button, Skeleton, Stack, Typography } from '@mui/material';
import { Link, useNavigate, useParams } from 'react-router';
import { AsOfControl } from '../../as-of/AsOfControl.js';
import { useAsOf } from '../../as-of/AsOfProvider.js';
import { useDocument } from '../../api/use-document.js';
import { codeFont } from '../../app/theme.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Answer } from '../../ui/Answer.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Page } from '../../ui/Page.js';
import { Section } from '../../ui/Section.js';
import { CommentsSection } from '../../comments/CommentsSection.js';
import { AssigneeSection } from '../assign/AssigneeSection.js';
import { ActionsPanel } from '../actions/ActionsPanel.js';
import { ConditionsSection } from '../condition/ConditionsSection.js';
import { DeadlinesSection } from '../deadline/DeadlinesSection.js';
import { PapersChip } from '../following/PapersChip.js';
import { LightChip } from '../deadline/LightChip.js';
import { claimDocument } from '../documents.js';
import { claimMessages } from '../messages.js';
import { QueueBar } from '../queue/QueueBar.js';
import type { Queue } from '../queue/place.js';
import { useQueue } from '../queue/use-queue.js';
import { AnswerByChip, HeldChip, StatusChip } from '../StatusChip.js';
import type { Claim } from '../fragments.js';
import { FactChecksSection } from '../../files/checks/FactChecksSection.js';
import { FilesSection } from '../../files/FilesSection.js';
import { RecusalSection } from '../../recusals/RecusalSection.js';
import { ClaimExclusions, ExcludedMark } from '../../registers/ExclusionSection.js';
import { BatchOfClaim } from '../../batches/BatchOfClaim.js';
import { RoundOfClaim } from '../../rounds/RoundOfClaim.js';
import { PapersSection } from '../following/PapersSection.js';
import { ReturnsSection } from '../returned/ReturnsSection.js';
import { RouteSection } from '../route/RouteSection.js';
import { useWatched } from '../watch/use-watched.js';
import { ChangedContext, ChangedNotice, OtherTabNotice } from '../watch/WatchNotices.js';
import { AmountStages } from './AmountStages.js';
import { ClauseSection } from './ClauseSection.js';
import { EvidenceSection } from './EvidenceSection.js';
import { ExplanationSection } from './ExplanationSection.js';
import { FactsSection } from './FactsSection.js';
import { LimitsSection } from './LimitsSection.js';
import { claimPageMessages } from './messages.js';
import { ObjectionsSection } from './ObjectionsSection.js';
import { OtherClaims } from './OtherClaims.js';
import { PaymentsSection } from './PaymentsSection.js';
import { PrintButton, PrintHead } from '../../ui/PrintView.js';
import { Shortcuts } from './Shortcuts.js';
import { Timeline } from './Timeline.js';

/** One claim: what is asked, what the clause says, what comes of it and why, and what to do about it now. */
export function ClaimPage() {
  const texts = useMessages(claimMessages);
  const { id = '' } = useParams();
  const queue = useQueue(id);
  const query = useDocument(claimDocument, { id });
  return (
    <>
      <Shortcuts claim={id} queue={queue} />
      <Answer query={query} loading={<LoadingClaim />}>
        {({ claim }) =>
          claim ? (
            <WatchedClaim key={claim.id} latest={claim} refetch={() => void query.refetch()} queue={queue} />
          ) : (
            <EmptyState
              title={texts.notFound}
              hint={texts.notFoundHint}
              action={
                <Button component={Link} to="/claims">
                  {texts.toList}
                </Button>
              }
            />
          )
        }
      </Answer>
    </>
  );
}

interface WatchedClaimProps {
  latest: Claim;
  refetch: () => void;
  queue: Queue;
}

/** The claim as it was when it was opened, until its reader asks for what changed since. */
function WatchedClaim({ latest, refetch, queue }: WatchedClaimProps) {
  const { shown, since, load, isElsewhere } = useWatched(latest, refetch);
  return (
    <ChangedContext value={{ since, load }}>
      <ClaimView claim={shown} position={shown.position} queue={queue} isElsewhere={isElsewhere} />
    </ChangedContext>
  );
}

interface ClaimViewProps {
  claim: Claim;
  position: string;
  queue: Queue;
  isElsewhere: boolean;
}

function ClaimView({ claim, position, queue, isElsewhere }: ClaimViewProps) {
  const { asOf } = useAsOf();
  const texts = useMessages(claimPageMessages);
  const navigate = useNavigate();
  const contested = claim.evidence.some((evidence) => evidence.contestedBy.length > 0);
  /** On to the next of the queue; at its end back to the list, which shows what is left. */
  const advance = () => {
    if (queue.next !== null) void navigate(`/claims/${queue.next}/show`);
    else if (queue.position !== null) void navigate('/claims');
  };
  return (
    <Page
      title={claim.enterprise.name}
      above={asOf === null && <QueueBar queue={queue} />}
      beside={
        <Stack direction="row" sx={{ gap: 0.75, flexWrap: 'wrap', alignItems: 'center' }}>
          <StatusChip status={claim.status} />
          {claim.held && <HeldChip />}
          <ExcludedMark claim={claim.id} />
          <AnswerByChip claim={claim} />
          <PapersChip light={claim.papersLight} />
          <LightChip light={claim.light} />
          <AsOfControl position={position} />
          <PrintButton />
        </Stack>
      }
    >
      <PrintHead of={texts.claim(claim.id)} position={position} />
      <Subtitle claim={claim} />
      <ChangedNotice />
      <OtherTabNotice isElsewhere={isElsewhere} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
          gridTemplateAreas: {
            xs: '"amounts" "rail" "main" "history"',
            lg: '"amounts rail" "main rail" "history rail"',
          },
          gridTemplateRows: { lg: 'auto auto 1fr' },
          gap: 2,
        }}
      >
        <Box sx={{ gridArea: 'amounts', minWidth: 0 }}>
          <AmountStages claim={claim} />
        </Box>
        <Box
          sx={{
            gridArea: 'rail',
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 300px), 1fr))',
            alignContent: 'start',
            gap: 2,
          }}
        >
          {asOf === null && (
            <Box sx={{ displayPrint: 'none' }}>
              <ActionsPanel claim={claim} onDone={advance} />
            </Box>
          )}
          <AssigneeSection claim={claim} />
          <ClaimExclusions claim={claim.id} />
          <RecusalSection claim={claim} />
          <DeadlinesSection claim={claim} />
          <LimitsSection claim={claim} />
          <OtherClaims claim={claim} />
          <PaymentsSection claim={claim} />
        </Box>
        <Stack sx={{ gridArea: 'main', gap: 2, minWidth: 0 }}>
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: {
                xs: 'minmax(0, 1fr)',
                md: contested ? 'minmax(0, 1fr)' : 'minmax(0, 2fr) minmax(0, 3fr)',
              },
              gap: 2,
            }}
          >
            <FactsSection claim={claim} />
            <EvidenceSection claim={claim} />
          </Box>
          <FilesSection claim={claim.id} />
          <FactChecksSection claim={claim.id} />
          <PapersSection claim={claim} />
          <ReturnsSection claim={claim} />
          <RouteSection claim={claim} onDone={advance} />
          <ConditionsSection claim={claim.id} />
          <ExplanationSection claim={claim} />
          <ObjectionsSection claim={claim} />
          <ClauseSection measure={claim.measure} />
        </Stack>
        <Box
          sx={{
            gridArea: 'history',
            display: 'grid',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
            alignItems: 'start',
            gap: 2,
          }}
        >
          <Section title={texts.timeline}>
            <Timeline entries={claim.timeline} />
          </Section>
          <CommentsSection claim={claim.id} />
        </Box>
      </Box>
    </Page>
  );
}

function Subtitle({ claim }: { claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  const bilingual = useBilingual();
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mt: -1.5, mb: 2 }}>
      <Box component="span" sx={{ fontFamily: codeFont }}>
        {claim.id}
      </Box>
      {' · '}
      {bilingual(claim.measure.title)} {claim.measure.id}
      {' · '}
      <Link to={`/enterprises/${claim.enterprise.uscc}/show`}>{claim.enterprise.uscc}</Link>
      {` · ${claim.division.name}`}
      <RoundOfClaim claim={claim.id} />
      <BatchOfClaim claim={claim.id} />
      {claim.publicity && ` · ${texts.publicity(claim.publicity.from, claim.publicity.until)}`}
    </Typography>
  );
}

function LoadingClaim() {
  return (
    <Stack aria-busy sx={{ p: 3, gap: 2, maxWidth: 1640, mx: 'auto' }}>
      <Skeleton variant="rounded" height={36} width="40%" />
      <Skeleton variant="rounded" height={72} />
      <Skeleton variant="rounded" height={180} />
      <Skeleton variant="rounded" height={320} />
    </Stack>
  );
}
