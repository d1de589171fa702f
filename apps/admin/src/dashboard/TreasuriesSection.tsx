import { Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import { Amount } from '../ui/Amount.js';
import { Facts } from '../ui/Facts.js';
import { Section } from '../ui/Section.js';
import { useNarrow } from '../ui/use-narrow.js';
import type { TreasuryTotal } from './documents.js';
import { dashboardMessages } from './messages.js';

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
  return (
    <Section title={texts.treasuries} flush>
      <Table size="small" aria-label={texts.treasuries}>
        <TableHead sx={{ '& th': { whiteSpace: 'normal', verticalAlign: 'bottom' } }}>
          <TableRow>
            <TableCell>{texts.treasury}</TableCell>
            <TableCell align="right">{texts.totals.reserved}</TableCell>
            <TableCell align="right">{texts.totals.paid}</TableCell>
            <TableCell align="right">{texts.totals.returned}</TableCell>
            <TableCell align="right">{texts.onOthersBasis}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {treasuries.map(({ payer, reserved, paid, returned, onOthersBasis }) => (
            <TableRow key={payer.code}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{payer.name}</TableCell>
              {[reserved, paid, returned, onOthersBasis].map((amount, index) => (
                <TableCell key={index} align="right">
                  <Amount value={amount} />
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
  return (
    <Section title={texts.treasuries}>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
        {treasuries.map(({ payer, reserved, paid, returned, onOthersBasis }) => (
          <li key={payer.code}>
            <Typography variant="body2" sx={{ fontWeight: 650, mb: 0.5 }}>
              {payer.name}
            </Typography>
            <Facts
              entries={[
                [texts.totals.reserved, <Amount key="reserved" value={reserved} unit />],
                [texts.totals.paid, <Amount key="paid" value={paid} unit />],
                [texts.totals.returned, <Amount key="returned" value={returned} unit />],
                [texts.onOthersBasis, <Amount key="on-others-basis" value={onOthersBasis} unit />],
              ]}
            />
          </li>
        ))}
      </Stack>
    </Section>
  );
}
