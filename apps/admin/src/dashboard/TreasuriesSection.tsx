import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import { Amount } from '../ui/Amount.js';
import { Section } from '../ui/Section.js';
import type { TreasuryTotal } from './documents.js';
import { dashboardMessages } from './messages.js';

/** What each treasury has to pay, has paid and got back, and how much of it rests on another division's document. */
export function TreasuriesSection({ treasuries }: { treasuries: TreasuryTotal[] }) {
  const texts = useMessages(dashboardMessages);
  if (treasuries.length === 0) {
    return (
      <Section title={texts.treasuries}>
        <Typography variant="body2" color="textSecondary">
          {texts.noTreasuries}
        </Typography>
      </Section>
    );
  }
  return (
    <Section title={texts.treasuries} flush>
      <Table size="small" aria-label={texts.treasuries}>
        <TableHead>
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
              <TableCell>{payer.name}</TableCell>
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
