import { MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useSearchParams } from 'react-router';
import { MonthlyBy } from '../api/schema/enums.generated.js';
import { useDocument } from '../api/use-document.js';
import { AsOfControl } from '../as-of/AsOfControl.js';
import { FormatMenu } from '../export/FormatMenu.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Page } from '../ui/Page.js';
import { Section } from '../ui/Section.js';
import { type MonthlyFigures, monthsDocument } from './documents.js';
import { monthMessages } from './messages.js';
import { type MonthFigure, monthFigures, sumOf } from './month-rows.js';
import { MonthColumns } from './MonthColumns.js';
import { MonthTable } from './MonthTable.js';
import { useMonthsFile } from './use-months-file.js';

const spans = [12, 24] as const;
type Span = (typeof spans)[number];

interface Choice {
  by: MonthlyBy;
  figure: MonthFigure;
  span: Span;
}

/** What leaders and auditors ask at the end of a month: who, where, how much, and of which claims that consists. */
export function MonthsPage() {
  const texts = useMessages(monthMessages);
  const [choice, choose] = useChoice();
  const query = useDocument(monthsDocument, { by: choice.by, months: choice.span }, { keepPrevious: true });
  const file = useMonthsFile();
  const figures = query.data?.monthlyFigures;
  return (
    <Page
      title={texts.title}
      beside={figures === undefined ? null : <AsOfControl position={figures.position} />}
      actions={
        figures !== undefined && (
          <FormatMenu
            label={texts.export}
            onChoose={(format) => {
              file(figures, choice.by, format);
            }}
          />
        )
      }
    >
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 2 }}>
        <Chooser
          label={texts.by}
          value={choice.by}
          options={MonthlyBy}
          names={texts.bys}
          onChange={(by) => choose({ by })}
        />
        <Chooser
          label={texts.figure}
          value={choice.figure}
          options={monthFigures.filter((each) => isTold(each, choice.by))}
          names={texts.figures}
          onChange={(figure) => choose({ figure })}
        />
        <Chooser
          label={texts.span}
          value={choice.span}
          options={spans}
          names={texts.spans}
          onChange={(span) => choose({ span })}
        />
      </Stack>
      <Answer query={query}>{({ monthlyFigures }) => <MonthsView figures={monthlyFigures} {...choice} />}</Answer>
    </Page>
  );
}

function MonthsView({ figures, by, figure }: { figures: MonthlyFigures } & Omit<Choice, 'span'>) {
  const texts = useMessages(monthMessages);
  const { months } = figures.total;
  if (sumOf(months, figure) === 0n) return <EmptyState title={texts.nothing} hint={texts.nothingHint} />;
  return (
    <Stack sx={{ gap: 2 }}>
      <Section title={texts.chart(texts.figures[figure])}>
        <MonthColumns months={months} figures={[figure]} />
      </Section>
      <Section
        title={`${texts.figures[figure]} · ${texts.bys[by]}`}
        aside={
          <Typography variant="caption" color="textSecondary">
            {figure === 'CLAIMS' ? texts.unitOfClaims : texts.unit}
          </Typography>
        }
        flush
      >
        <MonthTable figures={figures} by={by} figure={figure} />
      </Section>
      <Typography variant="body2" color="textSecondary">
        {texts.asItStands}
      </Typography>
    </Stack>
  );
}

/** Several treasuries pay one claim: it is counted under none of them. */
function isTold(figure: MonthFigure, by: MonthlyBy): boolean {
  return by !== 'TREASURY' || figure === 'DETERMINED' || figure === 'PAID';
}

/** What is chosen stands in the address bar, so that a link shows what its sender saw. */
function useChoice(): [Choice, (changed: Partial<Choice>) => void] {
  const [search, setSearch] = useSearchParams();
  const by = MonthlyBy.find((each) => each === search.get('by')) ?? 'DIVISION';
  const figure = monthFigures.find((each) => each === search.get('figure') && isTold(each, by)) ?? 'PAID';
  const span = spans.find((each) => String(each) === search.get('months')) ?? 12;
  const choose = (changed: Partial<Choice>) => {
    const next = { by, figure, span, ...changed };
    setSearch({ by: next.by, figure: next.figure, months: String(next.span) }, { replace: true });
  };
  return [{ by, figure, span }, choose];
}

interface ChooserProps<Value extends string | number> {
  label: string;
  value: Value;
  options: readonly Value[];
  names: Readonly<Record<Value, string>>;
  onChange: (value: Value) => void;
}

function Chooser<Value extends string | number>({ label, value, options, names, onChange }: ChooserProps<Value>) {
  return (
    <TextField
      select
      size="small"
      fullWidth={false}
      label={label}
      value={String(value)}
      sx={{ minWidth: 160 }}
      onChange={(event) => {
        const chosen = options.find((each) => String(each) === event.target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {options.map((each) => (
        <MenuItem key={each} value={String(each)}>
          {names[each]}
        </MenuItem>
      ))}
    </TextField>
  );
}
