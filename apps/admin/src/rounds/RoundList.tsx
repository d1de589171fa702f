import { departmentName } from '@duixian/casework/names';
import Add from '@mui/icons-material/Add';
import { Box, Button, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useMay } from '../auth/use-user.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Page } from '../ui/Page.js';
import { Section } from '../ui/Section.js';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { uiMessages } from '../ui/ui-messages.js';
import { useNarrow } from '../ui/use-narrow.js';
import { type RoundProposal, type RoundRow, roundsDocument } from './documents.js';
import { roundMessages } from './messages.js';
import { OpenRoundDialog } from './OpenRoundDialog.js';
import { roundPath } from './paths.js';
import { ProposalItem } from './ProposalItem.js';
import { SamplesSection } from './SamplesSection.js';
import { DaysLeft } from './StandingChip.js';

/** The rounds of the city: what waits for a second person, and what is open, to come and closed. */
export function RoundList() {
  const texts = useMessages(roundMessages);
  const query = useDocument(roundsDocument, {});
  const { asOf } = useAsOf();
  const mayOpen = useMay('ROUND_CHANGE') && asOf === null;
  const [opening, setOpening] = useState(false);
  const action = mayOpen ? (
    <Button variant="contained" startIcon={<Add />} onClick={() => setOpening(true)}>
      {texts.open}
    </Button>
  ) : null;
  return (
    <Page title={texts.title} actions={action}>
      <Answer query={query}>
        {({ rounds, roundProposals }) =>
          rounds.length === 0 && roundProposals.length === 0 ? (
            <Stack sx={{ gap: 2 }}>
              <SamplesSection round={null} />
              <EmptyState title={texts.empty} hint={texts.emptyHint} />
            </Stack>
          ) : (
            <Stack sx={{ gap: 2 }}>
              <SamplesSection round={null} />
              {roundProposals.length > 0 && <OpenProposals proposals={roundProposals} />}
              {(['OPEN', 'TO_COME', 'CLOSED'] as const).map((standing) => (
                <Section key={standing} title={texts.list[standing]} flush>
                  <Rounds rounds={rounds.filter((round) => round.standing === standing)} />
                </Section>
              ))}
            </Stack>
          )
        }
      </Answer>
      {opening && <OpenRoundDialog onClose={() => setOpening(false)} />}
    </Page>
  );
}

function OpenProposals({ proposals }: { proposals: RoundProposal[] }) {
  const texts = useMessages(roundMessages);
  return (
    <Section title={texts.proposals}>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
        {proposals.map((proposal) => (
          <ProposalItem key={proposal.id} proposal={proposal} />
        ))}
      </Stack>
    </Section>
  );
}

function Rounds({ rounds }: { rounds: RoundRow[] }) {
  const texts = useMessages(roundMessages);
  const isNarrow = useNarrow();
  if (rounds.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary" sx={{ px: 2, pb: 2 }}>
        {texts.noneOf}
      </Typography>
    );
  }
  return isNarrow ? <RoundCards rounds={rounds} /> : <RoundTable rounds={rounds} />;
}

/** Below each other, where a table would be wider than the screen. */
function RoundCards({ rounds }: { rounds: RoundRow[] }) {
  const { columns } = useMessages(roundMessages);
  const wordsOf = useRoundWords();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rounds.map((round) => {
        const words = wordsOf(round);
        return (
          <Box component="li" key={round.id} sx={{ px: 2, py: 1.5, borderTop: 1, borderColor: 'divider' }}>
            <RoundName round={round} />
            <DaysLeft round={round} />
            {(['clauses', 'days', 'period', 'pays', 'department'] as const).map((column) => (
              <Typography key={column} variant="body2">
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {columns[column]}
                </Box>{' '}
                {words[column]}
              </Typography>
            ))}
          </Box>
        );
      })}
    </Box>
  );
}

function RoundTable({ rounds }: { rounds: RoundRow[] }) {
  const { columns } = useMessages(roundMessages);
  const wordsOf = useRoundWords();
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{columns.name}</TableCell>
          <TableCell>{columns.clauses}</TableCell>
          <TableCell>{columns.days}</TableCell>
          <TableCell>{columns.left}</TableCell>
          <TableCell>{columns.period}</TableCell>
          <TableCell>{columns.pays}</TableCell>
          <TableCell>{columns.department}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rounds.map((round) => {
          const words = wordsOf(round);
          return (
            <TableRow key={round.id} hover>
              <TableCell>
                <RoundName round={round} />
              </TableCell>
              <TableCell>{words.clauses}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{words.days}</TableCell>
              <TableCell>
                <DaysLeft round={round} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{words.period}</TableCell>
              <TableCell>{words.pays}</TableCell>
              <TableCell>{words.department}</TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

function RoundName({ round }: { round: RoundRow }) {
  const bilingual = useBilingual();
  return (
    <>
      <Typography
        component={Link}
        to={roundPath(round.id)}
        variant="body2"
        sx={{ fontWeight: 600, color: 'primary.main' }}
      >
        {bilingual(round.name)}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="p">
        {round.id}
      </Typography>
    </>
  );
}

/** Gives what the list says of a round, by its columns. */
function useRoundWords() {
  const texts = useMessages(roundMessages);
  const { listed } = useMessages(uiMessages);
  const bilingual = useBilingual();
  return ({ measures, opens, closes, occurredFrom, occurredTo, pays, division, department }: RoundRow) => ({
    clauses: listed(measures.map(({ clauseId, title }) => `${clauseId} ${bilingual(title)}`)),
    days: texts.span(opens, closes),
    period: texts.span(occurredFrom, occurredTo),
    pays: texts.pays[pays],
    department: departmentName(division.name, department),
  });
}
