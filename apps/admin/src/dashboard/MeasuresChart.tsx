import { Box, Typography } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { BarChart } from '@mui/x-charts/BarChart';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { chartValue } from '../ui/money.js';
import { Section } from '../ui/Section.js';
import type { MeasureTally } from './documents.js';
import { dashboardMessages } from './messages.js';

const barHeight = 32;
const barsMax = 12;
const tenThousand = 10_000;

/** Paid and reserved under each clause, the largest first. */
export function MeasuresChart({ measures }: { measures: MeasureTally[] }) {
  const texts = useMessages(dashboardMessages);
  const bilingual = useBilingual();
  const { palette } = useTheme();
  const granted = measures
    .map(({ measure, paid, reserved }) => ({
      label: bilingual(measure.title),
      id: measure.id,
      paid: chartValue(paid) / tenThousand,
      reserved: chartValue(reserved) / tenThousand,
    }))
    .filter((one) => one.paid + one.reserved > 0)
    .sort((one, other) => other.paid + other.reserved - one.paid - one.reserved)
    .slice(0, barsMax);
  return (
    <Section
      title={texts.measures}
      aside={
        <Typography variant="caption" color="textSecondary">
          {texts.measuresHint(barsMax)}
        </Typography>
      }
    >
      {granted.length === 0 ? (
        <Typography color="textSecondary">{texts.noMeasures}</Typography>
      ) : (
        <Box sx={{ height: granted.length * barHeight + 84 }}>
          <BarChart
            layout="horizontal"
            dataset={granted}
            yAxis={[
              { scaleType: 'band', dataKey: 'id', width: 190, valueFormatter: (id: string) => labelOf(granted, id) },
            ]}
            xAxis={[{ height: 28, valueFormatter: (value: number) => value.toLocaleString('en') }]}
            series={[
              { dataKey: 'paid', label: texts.paid, stack: 'granted', color: palette.primary.main },
              { dataKey: 'reserved', label: texts.reserved, stack: 'granted', color: palette.info.main + '73' },
            ]}
            margin={{ left: 0, right: 24, top: 8, bottom: 4 }}
            grid={{ vertical: true }}
            slotProps={{ legend: { position: { vertical: 'top', horizontal: 'end' } } }}
          />
        </Box>
      )}
    </Section>
  );
}

function labelOf(granted: { id: string; label: string }[], id: string): string {
  return granted.find((one) => one.id === id)?.label ?? id;
}
