import { Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import { Amount } from '../ui/Amount.js';
import { Facts } from '../ui/Facts.js';
import { fenOf } from '../ui/money.js';
import { Section } from '../ui/Section.js';
import { useNarrow } from '../ui/use-narrow.js';
import type { TreasuryTotal } from './documents.js';
import { dashboardMessages } from './messages.js';

type Figure = 'reserved' | 'paid' | 'returned' | 'onOthersBasis' | 'toPersons';
type Texts = (typeof dashboardMessages)['zh'];

/** What goes to natural persons stands there where any does. */
function figuresOf(treasuries: TreasuryTotal[]): Figure[] {
  const some = treasuries.some(({ toPersons }) => fenOf(toPersons) > 0n);
  return ['reserved', 'paid', 'returned', 'onOthersBasis', ...(some ? (['toPersons'] as const) : [])];
}

function nameOf(figure: Figure, texts: Texts): string {
  return figure === 'onOthersBasis' || figure === 'toPersons' ? texts[figure] : texts.totals[figure];
}

/** What each treasury has to pay, has paid and got back, and how much of it rests on another division's document. */
export function TreasuriesSection({ treasuries }: { treasuries: TreasuryTotal[] }) {
  const texts = useMessages(dashboardMessages);
  const narrow = useNarrow();
  if (treasuries.length === 0) {
    return (
      <Section title={texts.treasuries}>
        <Typography variant="body2" color="textSecondary">
          {texts.noTreasuries}
        </Typography>
      </Section>
    );
  }
  return narrow ? <TreasuryCards treasuries={treasuries} /> : <TreasuryTable treasuries={treasuries} />;
}

function TreasuryTable({ treasuries }: { treasuries: TreasuryTotal[] }) {
  const texts = useMessages(dashboardMessages);
  const figures = figuresOf(treasuries);
  return (
    <Section title={texts.treasuries} flush>
      <Table size="small" aria-label={texts.treasuries}>
        <TableHead sx={{ '& th': { whiteSpace: 'normal', verticalAlign: 'bottom' } }}>
          <TableRow>
            <TableCell>{texts.treasury}</TableCell>
            {figures.map((figure) => (
              <TableCell key={figure} align="right">
                {nameOf(figure, texts)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {treasuries.map((treasury) => (
            <TableRow key={treasury.payer.code}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{treasury.payer.name}</TableCell>
              {figures.map((figure) => (
                <TableCell key={figure} align="right">
                  <Amount value={treasury[figure]} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

function TreasuryCards({ treasuries }: { treasuries: TreasuryTotal[] }) {
  const texts = useMessages(dashboardMessages);
  const figures = figuresOf(treasuries);
  return (
    <Section title={texts.treasuries}>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
        {treasuries.map((treasury) => (
          <li key={treasury.payer.code}>
            <Typography variant="body2" sx={{ fontWeight: 650, mb: 0.5 }}>
              {treasury.payer.name}
            </Typography>
            <Facts
              entries={figures.map((figure) => [
                nameOf(figure, texts),
                <Amount key={figure} value={treasury[figure]} unit />,
              ])}
            />
          </li>
        ))}
      </Stack>
    </Section>
  );
}
