import { Stack, Table, TableBody, TableCell, TableFooter, TableHead, TableRow, Typography } from '@mui/material';
import { Link } from 'react-router';
import type { MonthlyBy } from '../api/schema/enums.generated.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Facts } from '../ui/Facts.js';
import { useNarrow } from '../ui/use-narrow.js';
import type { MonthFigures, MonthlyFigures, MonthlySeries } from './documents.js';
import { monthMessages } from './messages.js';
import { type MonthFigure, rowsPath, sumOf, valueOf } from './month-rows.js';
import { seriesName } from './series-name.js';
import { useShownValue } from './use-shown-value.js';

interface MonthTableProps {
  figures: MonthlyFigures;
  by: MonthlyBy;
  figure: MonthFigure;
}

/** A division, department, treasury or measure, or all together. */
interface Line {
  key: string;
  name: string;
  /** Null of all together. */
  series: MonthlySeries | null;
  months: MonthFigures[];
  sum: bigint;
}

/** One figure of every division, department, treasury or measure, month by month, the greatest first, and of all together. */
export function MonthTable({ figures: { series, total }, by, figure }: MonthTableProps) {
  const texts = useMessages(monthMessages);
  const bilingual = useBilingual();
  const narrow = useNarrow();
  const lines = series
    .map((each): Line => {
      const { id, months } = each;
      return { key: id, name: seriesName(each, bilingual), series: each, months, sum: sumOf(months, figure) };
    })
    .filter(({ sum }) => sum > 0n)
    .sort((one, other) => (one.sum === other.sum ? 0 : one.sum > other.sum ? -1 : 1));
  const { months } = total;
  const all: Line = { key: 'all', name: texts.all, series: null, months, sum: sumOf(months, figure) };
  const View = narrow ? Cards : Matrix;
  return <View lines={lines} all={all} by={by} figure={figure} />;
}

interface ViewProps {
  lines: Line[];
  all: Line;
  by: MonthlyBy;
  figure: MonthFigure;
}

function Matrix({ lines, all, by, figure }: ViewProps) {
  const texts = useMessages(monthMessages);
  return (
    <Table
      size="small"
      aria-label={texts.figures[figure]}
      sx={{
        '& td, & th': {
          whiteSpace: 'nowrap',
          fontSize: 12.5,
          px: 0.5,
          '&:first-of-type': { pl: 2 },
          '&:last-of-type': { pr: 2 },
        },
      }}
    >
      <TableHead>
        <TableRow>
          <TableCell sx={first}>{texts.bys[by]}</TableCell>
          {all.months.map(({ month }) => (
            <TableCell key={month} align="right">
              {month.slice(2)}
            </TableCell>
          ))}
          <TableCell align="right">{texts.sum}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.key} hover>
            <Cells line={line} by={by} figure={figure} />
          </TableRow>
        ))}
      </TableBody>
      <TableFooter>
        <TableRow sx={{ '& td, & th': { fontWeight: 650, color: 'text.primary', fontSize: 'inherit' } }}>
          <Cells line={all} by={by} figure={figure} />
        </TableRow>
      </TableFooter>
    </Table>
  );
}

/** Stays in sight while the months are moved below it. */
const first = { position: 'sticky', left: 0, bgcolor: 'background.paper', zIndex: 1 } as const;

interface LineProps {
  line: Line;
  by: MonthlyBy;
  figure: MonthFigure;
}

function Cells({ line, by, figure }: LineProps) {
  const shown = useShownValue();
  const { name, months, sum } = line;
  return (
    <>
      <TableCell component="th" scope="row" sx={first}>
        {name}
      </TableCell>
      {months.map((month) => (
        <TableCell key={month.month} align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {valueOf(month, figure) === 0n ? '—' : <Value line={line} month={month} by={by} figure={figure} />}
        </TableCell>
      ))}
      <TableCell align="right" title={shown.exactly(sum, figure)} sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {shown.shortly(sum, figure)}
      </TableCell>
    </>
  );
}

/** On a telephone: each line with the months in which there is anything. */
function Cards({ lines, all, by, figure }: ViewProps) {
  const shown = useShownValue();
  return (
    <Stack component="ul" sx={{ listStyle: 'none', m: 0, px: 2, pb: 2, gap: 2 }}>
      {[all, ...lines].map((line) => (
        <li key={line.key}>
          <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 2, mb: 0.5 }}>
            <Typography variant="body2" sx={{ fontWeight: 650 }}>
              {line.name}
            </Typography>
            <Typography variant="body2" sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}>
              {shown.shortly(line.sum, figure)}
            </Typography>
          </Stack>
          <Facts
            entries={line.months
              .filter((month) => valueOf(month, figure) > 0n)
              .map((month) => [
                month.month,
                <Value key={month.month} line={line} month={month} by={by} figure={figure} />,
              ])}
          />
        </li>
      ))}
    </Stack>
  );
}

/** Leads to what it consists of. */
function Value({ line, month, by, figure }: LineProps & { month: MonthFigures }) {
  const texts = useMessages(monthMessages);
  const shown = useShownValue();
  const value = valueOf(month, figure);
  const short = shown.shortly(value, figure);
  const says = texts.rowsOf(line.name, month.month, shown.exactly(value, figure));
  return (
    <Link
      to={rowsPath(by, line.series, month.month, figure)}
      title={says}
      // Who speaks to the browser says what he sees there.
      aria-label={`${short} ${says}`}
      style={{ color: 'inherit' }}
    >
      {short}
    </Link>
  );
}
