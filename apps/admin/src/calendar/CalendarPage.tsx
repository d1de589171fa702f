import { Box, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { today } from '../ui/beijing-time.js';
import { Notice } from '../ui/Notice.js';
import { Page } from '../ui/Page.js';
import { Section } from '../ui/Section.js';
import { uiMessages } from '../ui/ui-messages.js';
import { type WorkingYear, countWorkingDaysDocument, workingYearsDocument } from './documents.js';
import { type Limit, LimitCounter, daysOf } from './LimitCounter.js';
import { calendarMessages } from './messages.js';
import { MonthGrid } from './MonthGrid.js';
import { type YearDay, isWorkedOn, monthsOf } from './year-days.js';

interface Choice {
  year: number;
  limit: Limit;
}

/** By which days time limits and publicity count, on whose word, and where one ends that somebody asks about. */
export function CalendarPage() {
  const texts = useMessages(calendarMessages);
  const query = useDocument(workingYearsDocument, {}, { staleTimeMs: Infinity });
  return (
    <Page title={texts.title}>
      <Answer query={query}>{({ workingYears }) => <Calendar years={workingYears} />}</Answer>
    </Page>
  );
}

function Calendar({ years }: { years: WorkingYear[] }) {
  const { year, limit, choose } = useChoice();
  const shown = years.find((each) => each.year === year);
  const days = daysOf(limit);
  const { data } = useDocument(
    countWorkingDaysDocument,
    { from: limit.from, days: days ?? 1 },
    { enabled: days !== null && limit.from !== '' },
  );
  const lastDay = days === null ? undefined : data?.countWorkingDays.lastDay;
  const isCounted = (day: YearDay) =>
    lastDay !== undefined && day.day > limit.from && day.day <= lastDay && isWorkedOn(day);
  return (
    <Stack sx={{ gap: 2 }}>
      <LimitCounter limit={limit} onChange={(changed) => choose({ limit: changed })} />
      <YearSection
        year={year}
        shown={shown}
        years={years}
        isCounted={isCounted}
        onChoose={(chosen) => choose({ year: chosen })}
      />
    </Stack>
  );
}

interface YearSectionProps {
  year: number;
  shown: WorkingYear | undefined;
  years: WorkingYear[];
  isCounted: (day: YearDay) => boolean;
  onChoose: (year: number) => void;
}

function YearSection({ year, shown, years, isCounted, onChoose }: YearSectionProps) {
  const texts = useMessages(calendarMessages);
  const { listed } = useMessages(uiMessages);
  const known = years.map((each) => each.year);
  const held = `${String(known.at(0))}–${String(known.at(-1))}`;
  const months = shown === undefined ? [] : monthsOf(shown);
  const offered = [...new Set([...known, year])].sort((a, b) => b - a);
  return (
    <Section
      title={texts.yearName(year)}
      aside={
        <TextField
          select
          size="small"
          fullWidth={false}
          label={texts.year}
          value={year}
          onChange={(event) => onChoose(Number(event.target.value))}
          sx={{ minWidth: 110 }}
        >
          {offered.map((each) => (
            <MenuItem key={each} value={each}>
              {each}
            </MenuItem>
          ))}
        </TextField>
      }
    >
      {shown === undefined ? (
        <Notice tone="warning" title={texts.unknown(year, held)} />
      ) : (
        <>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
            {texts.notices(listed([...shown.notices]))} · {texts.counted(months.flat().filter(isWorkedOn).length)}
          </Typography>
          <Box
            sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 250px), 1fr))', gap: 3 }}
          >
            {months.map((days) => (
              <MonthGrid key={days[0]?.day} days={days} isCounted={isCounted} />
            ))}
          </Box>
        </>
      )}
    </Section>
  );
}

/** What is chosen stands in the address bar as well, which is slower than somebody who types. */
function useChoice() {
  const [search, setSearch] = useSearchParams();
  const [choice, setChoice] = useState((): Choice => {
    const stated = Number(search.get('year'));
    const isYear = Number.isInteger(stated) && stated >= 1949 && stated <= 9999;
    return {
      year: isYear ? stated : Number(today().slice(0, 4)),
      limit: { from: search.get('from') ?? today(), days: search.get('days') ?? '5' },
    };
  });
  const choose = (changed: Partial<Choice>) => {
    const next = { ...choice, ...changed };
    setChoice(next);
    setSearch({ year: String(next.year), from: next.limit.from, days: next.limit.days }, { replace: true });
  };
  return { ...choice, choose };
}
