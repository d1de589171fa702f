import { Box, Typography } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import { today } from '../ui/beijing-time.js';
import { calendarMessages } from './messages.js';
import { type YearDay, isWorkedOn, weeksOf } from './year-days.js';

interface MonthGridProps {
  days: YearDay[];
  /** Whether a day counts towards the limit that is reckoned. */
  isCounted: (day: YearDay) => boolean;
}

/** A month of the calendar. What a day is also stands in words, for whoever does not see its colour. */
export function MonthGrid({ days, isCounted }: MonthGridProps) {
  const texts = useMessages(calendarMessages);
  const month = Number(days[0]?.day.slice(5, 7));
  return (
    <Box component="table" sx={{ borderCollapse: 'collapse', width: '100%', tableLayout: 'fixed' }}>
      <Typography component="caption" variant="h3" sx={{ textAlign: 'left', pb: 0.5 }}>
        {texts.month(month)}
      </Typography>
      <thead>
        <tr>
          {texts.weekdays.map((name) => (
            <Typography key={name} component="th" scope="col" variant="caption" color="textSecondary">
              {name}
            </Typography>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, index) => (
          <tr key={index}>
            {week.map((day, weekday) =>
              day === null ? <td key={weekday} /> : <DayCell key={weekday} day={day} counts={isCounted(day)} />,
            )}
          </tr>
        ))}
      </tbody>
    </Box>
  );
}

function DayCell({ day, counts }: { day: YearDay; counts: boolean }) {
  const texts = useMessages(calendarMessages);
  const mark = day.kind === 'OFF' ? texts.off : day.kind === 'WORKED' ? texts.worked : null;
  const says = [day.day, texts.days[day.kind], ...(counts ? [texts.counts] : [])].join(' · ');
  return (
    <Box
      component="td"
      title={says}
      sx={{
        textAlign: 'center',
        height: 34,
        lineHeight: 1.1,
        fontSize: '0.8125rem',
        fontVariantNumeric: 'tabular-nums',
        color: isWorkedOn(day) ? 'text.primary' : day.kind === 'OFF' ? 'error.main' : 'text.secondary',
        bgcolor: counts ? 'action.selected' : undefined,
        fontWeight: counts ? 650 : undefined,
        outline: day.day === today() ? 2 : undefined,
        outlineColor: 'primary.main',
        outlineOffset: '-2px',
      }}
    >
      {day.number}
      {mark !== null && <Box sx={{ fontSize: '0.6875rem' }}>{mark}</Box>}
    </Box>
  );
}
