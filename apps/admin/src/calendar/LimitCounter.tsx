import { Stack, TextField, Typography } from '@mui/material';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { LoadingLines } from '../ui/Loading.js';
import { Section } from '../ui/Section.js';
import { countWorkingDaysDocument } from './documents.js';
import { calendarMessages } from './messages.js';

const daysMax = 250;

export interface Limit {
  /** Day of what sets it going, YYYY-MM-DD; it is not counted. */
  from: string;
  /** Working days, as typed. */
  days: string;
}

/** The number of working days, null where it is none that can be counted. */
export function daysOf({ days }: Limit): number | null {
  return /^\d{1,3}$/.test(days) && Number(days) >= 1 && Number(days) <= daysMax ? Number(days) : null;
}

export function LimitCounter({ limit, onChange }: { limit: Limit; onChange: (limit: Limit) => void }) {
  const texts = useMessages(calendarMessages);
  const days = daysOf(limit);
  return (
    <Section title={texts.counter}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}>
        <TextField
          type="date"
          size="small"
          fullWidth={false}
          label={texts.from}
          value={limit.from}
          onChange={(event) => onChange({ ...limit, from: event.target.value })}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: '1949-10-01', max: '9999-12-31' } }}
          sx={{ minWidth: 170 }}
        />
        <TextField
          size="small"
          fullWidth={false}
          label={texts.howMany}
          value={limit.days}
          error={days === null}
          helperText={days === null ? texts.daysWrong(daysMax) : texts.counterHint}
          onChange={(event) => onChange({ ...limit, days: event.target.value.trim() })}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
      </Stack>
      {days !== null && limit.from !== '' && <Counted from={limit.from} days={days} />}
    </Section>
  );
}

function Counted({ from, days }: { from: string; days: number }) {
  const texts = useMessages(calendarMessages);
  const query = useDocument(countWorkingDaysDocument, { from, days });
  return (
    <Answer query={query} loading={<LoadingLines lines={1} />}>
      {({ countWorkingDays: { lastDay, overFrom } }) => (
        <Typography role="status" sx={{ mt: 1.5 }}>
          {texts.lastDay} <strong>{lastDay}</strong> · {texts.overFrom} <strong>{overFrom}</strong>
        </Typography>
      )}
    </Answer>
  );
}
