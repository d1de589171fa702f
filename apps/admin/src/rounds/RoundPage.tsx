import { departmentName } from '@duixian/casework/names';
import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AsOfControl } from '../as-of/AsOfControl.js';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useDocument } from '../api/use-document.js';
import { useMay } from '../auth/use-user.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Facts } from '../ui/Facts.js';
import { Page } from '../ui/Page.js';
import { PrintButton, PrintHead } from '../ui/PrintView.js';
import { Section } from '../ui/Section.js';
import { roundDocument, type RoundOnPage } from './documents.js';
import { ExtendRoundDialog } from './ExtendRoundDialog.js';
import { FiguresSection } from './FiguresSection.js';
import { roundMessages } from './messages.js';
import { SamplesSection } from './SamplesSection.js';
import { DaysLeft, StandingChip } from './StandingChip.js';

/** One round: its days, what is left of them, and what was claimed in it. */
export function RoundPage() {
  const texts = useMessages(roundMessages);
  const { id = '' } = useParams();
  const query = useDocument(roundDocument, { id });
  return (
    <Answer query={query}>
      {({ round }) =>
        round === null ? (
          <EmptyState
            title={texts.notFound}
            hint={texts.notFoundHint}
            action={
              <Button component={Link} to="/rounds">
                {texts.toList}
              </Button>
            }
          />
        ) : (
          <RoundView round={round} />
        )
      }
    </Answer>
  );
}

function RoundView({ round }: { round: RoundOnPage }) {
  const texts = useMessages(roundMessages);
  const bilingual = useBilingual();
  const { asOf } = useAsOf();
  const mayExtend = useMay('ROUND_CHANGE') && asOf === null && round.isMyOffice && round.standing !== 'CLOSED';
  const [extending, setExtending] = useState(false);
  return (
    <Page
      title={bilingual(round.name)}
      beside={
        <>
          <StandingChip standing={round.standing} />
          <AsOfControl position={round.position} />
          <PrintButton />
        </>
      }
      actions={mayExtend ? <Button onClick={() => setExtending(true)}>{texts.extend}</Button> : null}
    >
      <PrintHead of={`${texts.round} ${round.id}`} position={round.position} />
      <Stack sx={{ gap: 2 }}>
        <Section title={texts.facts}>
          <Facts
            entries={[
              [texts.number, round.id],
              [
                texts.columns.clauses,
                round.measures.map(({ id, clauseId, title }) => (
                  <Typography key={id} variant="body2" component="p">
                    <Link to={`/policies/${round.policy}/show?clause=${clauseId}`}>
                      {`${clauseId} ${bilingual(title)}`}
                    </Link>
                  </Typography>
                )),
              ],
              [texts.columns.days, texts.span(round.opens, round.closes)],
              [texts.columns.left, <DaysLeft key="left" round={round} />],
              ...round.extensions.map(
                ({ before, closes, on, reason }) =>
                  [texts.extended, `${texts.extendedLine(before, closes, on)} ${reason}`] as const,
              ),
              [texts.columns.period, texts.span(round.occurredFrom, round.occurredTo)],
              [texts.columns.pays, texts.pays[round.pays]],
              [texts.columns.department, departmentName(round.division.name, round.department)],
            ]}
          />
          <Typography variant="caption" color="textSecondary">
            {texts.lastSecond}
          </Typography>
        </Section>
        <SamplesSection round={round.id} />
        <FiguresSection round={round} />
      </Stack>
      {extending && <ExtendRoundDialog round={round} onClose={() => setExtending(false)} />}
    </Page>
  );
}
