import { Box, Button, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { Section } from '../ui/Section.js';
import { monthsDocument } from './documents.js';
import { monthMessages } from './messages.js';
import { sumOf } from './month-rows.js';
import { columnOpacities, columnTones, MonthColumns } from './MonthColumns.js';

const shownMonths = 12;
const shownFigures = ['DETERMINED', 'PAID'] as const;

/** How much was determined and paid in each of the last months, for whoever disburses or audits. */
export function MonthsSection() {
  const texts = useMessages(monthMessages);
  const query = useDocument(monthsDocument, { by: 'TREASURY', months: shownMonths });
  return (
    <Section title={texts.lately} aside={<Legend />}>
      <Answer query={query}>
        {({ monthlyFigures: { total } }) =>
          shownFigures.every((figure) => sumOf(total.months, figure) === 0n) ? (
            <Typography color="textSecondary">{texts.nothing}</Typography>
          ) : (
            <MonthColumns months={total.months} figures={shownFigures} />
          )
        }
      </Answer>
      <Button component={Link} to="/months" size="small" sx={{ mt: 1 }}>
        {texts.more}
      </Button>
    </Section>
  );
}

function Legend() {
  const texts = useMessages(monthMessages);
  return (
    <Stack direction="row" sx={{ gap: 2 }}>
      {shownFigures.map((figure, index) => (
        <Stack key={figure} direction="row" sx={{ gap: 0.75, alignItems: 'center' }}>
          <Box
            aria-hidden
            sx={{
              width: 10,
              height: 10,
              borderRadius: '2px',
              bgcolor: columnTones[index],
              opacity: columnOpacities[index],
            }}
          />
          <Typography variant="caption">{texts.figures[figure]}</Typography>
        </Stack>
      ))}
    </Stack>
  );
}
