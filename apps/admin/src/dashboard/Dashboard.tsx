import { Box, Skeleton, Stack, Typography } from '@mui/material';
import { AsOfControl } from '../as-of/AsOfControl.js';
import { useAsOf } from '../as-of/AsOfProvider.js';
import type { Role } from '../api/schema/enums.generated.js';
import { useDocument } from '../api/use-document.js';
import { MentionsOfMe } from '../comments/MentionsOfMe.js';
import { TotalBar } from '../enterprises/TotalBar.js';
import { useUser } from '../auth/use-user.js';
import { MonthsSection } from '../months/MonthsSection.js';
import { StandInNotice } from '../delegations/StandInNotice.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { PolicyNotices } from '../policies/versions/PolicyNotices.js';
import { ProgrammeBar } from '../payments/ProgrammeBar.js';
import { Answer } from '../ui/Answer.js';
import { Page } from '../ui/Page.js';
import { Section } from '../ui/Section.js';
import { type Dashboard as DashboardData, dashboardDocument } from './documents.js';
import { DueCards } from './DueCards.js';
import { MeasuresChart } from './MeasuresChart.js';
import { dashboardMessages } from './messages.js';
import { OpenProposals } from './OpenProposals.js';
import { OpenRecognitions } from './OpenRecognitions.js';
import { Recent } from './Recent.js';
import { StatusOverview } from './StatusOverview.js';
import { Totals } from './Totals.js';
import { TreasuriesSection } from './TreasuriesSection.js';
import { Verification } from './Verification.js';
import { WaitingCards } from './WaitingCards.js';

const capsMax = 6;
/** Whose questions are how much was paid when. */
const askAboutMoney: ReadonlySet<Role> = new Set<Role>(['FINANCE', 'TREASURY', 'AUDITOR']);

/** Where the day begins: what waits, how the money stands, what happened. */
export function Dashboard() {
  const texts = useMessages(dashboardMessages);
  const query = useDocument(dashboardDocument, {});
  return (
    <Page
      title={texts.title}
      beside={query.data === undefined ? null : <AsOfControl position={query.data.dashboard.position} />}
    >
      <Answer query={query} loading={<LoadingDashboard />}>
        {({ dashboard, withOthers }) => <DashboardView dashboard={dashboard} withOthers={withOthers.totalCount} />}
      </Answer>
    </Page>
  );
}

function DashboardView({ dashboard, withOthers }: { dashboard: DashboardData; withOthers: number }) {
  const { asOf } = useAsOf();
  const seesMoney = useUser()?.roles.some((role) => askAboutMoney.has(role)) ?? false;
  return (
    <Stack sx={{ gap: 2 }}>
      {asOf === null && <StandInNotice />}
      {asOf === null && <MentionsOfMe />}
      <WaitingCards
        waiting={dashboard.waiting}
        waitingPayments={dashboard.waitingPayments}
        waitingProposals={dashboard.waitingProposals}
        withOthers={withOthers}
      />
      <DueCards due={dashboard.due} escalatedToMe={dashboard.escalatedToMe} />
      <PolicyNotices notices={dashboard.policyNotices} linked />
      {asOf === null && <OfNow />}
      <OpenRecognitions />
      <Totals totals={dashboard.totals} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
          gap: 2,
          alignItems: 'start',
        }}
      >
        <Stack sx={{ gap: 2, minWidth: 0 }}>
          <MeasuresChart measures={dashboard.measures} />
          {seesMoney && <MonthsSection />}
          <StatusOverview tallies={dashboard.byStatus} />
          <TreasuriesSection treasuries={dashboard.treasuries} />
        </Stack>
        <Stack sx={{ gap: 2, minWidth: 0 }}>
          <Caps dashboard={dashboard} />
          <Programmes dashboard={dashboard} />
          <Recent entries={dashboard.recent} />
        </Stack>
      </Box>
    </Stack>
  );
}

/** What is known of the moment alone, and would stand as false beside the figures of the past. */
function OfNow() {
  return (
    <>
      <Verification />
      <OpenProposals />
    </>
  );
}

function Programmes({ dashboard: { programmes } }: { dashboard: DashboardData }) {
  const texts = useMessages(dashboardMessages);
  const bilingual = useBilingual();
  return (
    <Section title={texts.programmes}>
      {programmes.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {texts.noProgrammes}
        </Typography>
      )}
      <Stack sx={{ gap: 2 }}>
        {programmes.map((programme) => (
          <ProgrammeBar
            key={programme.id}
            programme={programme}
            title={`${bilingual(programme.measure.title)} · ${texts.year(programme.year)}`}
          />
        ))}
      </Stack>
    </Section>
  );
}

function Caps({ dashboard: { caps } }: { dashboard: DashboardData }) {
  const texts = useMessages(dashboardMessages);
  const bilingual = useBilingual();
  return (
    <Section title={texts.caps}>
      {caps.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {texts.noCaps}
        </Typography>
      )}
      <Stack sx={{ gap: 2 }}>
        {caps.slice(0, capsMax).map((cap) => (
          <TotalBar
            key={cap.id}
            total={cap}
            title={`${cap.enterprise.name} · ${bilingual(cap.measure.title)} · ${texts.year(cap.year)}`}
          />
        ))}
      </Stack>
    </Section>
  );
}

function LoadingDashboard() {
  return (
    <Stack aria-busy sx={{ gap: 2 }}>
      <Skeleton variant="rounded" height={104} />
      <Skeleton variant="rounded" height={84} />
      <Skeleton variant="rounded" height={420} />
    </Stack>
  );
}
