import { type Fen, add, formatYuan } from '@duixian/money';
import { Box, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Amount } from '../ui/Amount.js';
import { fenOf, grouped, shareOf } from '../ui/money.js';
import { Section } from '../ui/Section.js';
import { uiMessages } from '../ui/ui-messages.js';
import type { MeasureTally } from './documents.js';
import { dashboardMessages } from './messages.js';
import { claimsOfMeasurePath } from './paths.js';

const barsMax = 12;

/**
 * Paid and reserved under each clause, the largest first. Drawn as plain boxes: a charting library would be a quarter
 * of the whole application, cut off the clauses' names and give the keyboard nothing to follow.
 */
export function MeasuresChart({ measures }: { measures: MeasureTally[] }) {
  const texts = useMessages(dashboardMessages);
  const granted = measures
    .map((tally) => ({ tally, total: add(fenOf(tally.paid), fenOf(tally.reserved)) }))
    .filter(({ total }) => total > 0n)
    .sort((one, other) => Number(other.total - one.total))
    .slice(0, barsMax);
  const longest = granted[0]?.total;
  return (
    <Section title={texts.measures} aside={<Legend />}>
      {longest === undefined ? (
        <Typography color="textSecondary">{texts.noMeasures}</Typography>
      ) : (
        <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1 }}>
          {granted.map(({ tally, total }) => (
            <Bar key={tally.measure.id} tally={tally} total={total} longest={longest} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

interface BarProps {
  tally: MeasureTally;
  total: Fen;
  longest: Fen;
}

function Bar({ tally, total, longest }: BarProps) {
  const texts = useMessages(dashboardMessages);
  const { inARow } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const width = (amount: string) => `${String(shareOf(fenOf(amount), longest) * 100)}%`;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr auto', sm: 'minmax(120px, 30%) 1fr 136px' },
        columnGap: 1.5,
        alignItems: 'center',
      }}
    >
      <Typography
        component={Link}
        to={claimsOfMeasurePath(tally.measure.id)}
        variant="body2"
        sx={{ color: 'text.primary', textDecoration: 'none', '&:hover': { textDecoration: 'underline' } }}
      >
        {bilingual(tally.measure.title)}
      </Typography>
      <Stack
        direction="row"
        role="img"
        aria-label={inARow([`${texts.paid} ${grouped(tally.paid)}`, `${texts.reserved} ${grouped(tally.reserved)}`])}
        sx={{ height: 14, order: { xs: 3, sm: 0 }, gridColumn: { xs: '1 / -1', sm: 'auto' } }}
      >
        <Box sx={{ width: width(tally.paid), bgcolor: 'primary.main', borderRadius: '2px 0 0 2px' }} />
        <Box sx={{ width: width(tally.reserved), bgcolor: 'info.main', opacity: 0.45, borderRadius: '0 2px 2px 0' }} />
      </Stack>
      <Typography variant="body2" align="right" sx={{ fontWeight: 600 }}>
        <Amount value={formatYuan(total)} />
      </Typography>
    </Box>
  );
}

function Legend() {
  const texts = useMessages(dashboardMessages);
  return (
    <Stack direction="row" sx={{ gap: 2, alignItems: 'center' }}>
      <Typography variant="caption" color="textSecondary">
        {texts.largest(barsMax)}
      </Typography>
      <Key colour="primary.main" opacity={1} label={texts.paid} />
      <Key colour="info.main" opacity={0.45} label={texts.reserved} />
    </Stack>
  );
}

function Key({ colour, opacity, label }: { colour: string; opacity: number; label: string }) {
  return (
    <Stack direction="row" sx={{ gap: 0.75, alignItems: 'center' }}>
      <Box aria-hidden sx={{ width: 10, height: 10, borderRadius: '2px', bgcolor: colour, opacity }} />
      <Typography variant="caption">{label}</Typography>
    </Stack>
  );
}
