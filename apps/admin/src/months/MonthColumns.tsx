import { Box, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useMessages } from '../i18n/messages.js';
import type { MonthFigures } from './documents.js';
import { monthMessages } from './messages.js';
import { type MonthFigure, rowsPath, valueOf } from './month-rows.js';
import { useShownValue } from './use-shown-value.js';

const heightPx = 168;
const columnGap = { xs: 0.25, sm: 1 };
/** Of a year with fewer months here, the name has no room on a telephone. */
const namedFromMonths = 3;
export const columnTones = ['primary.main', 'info.main'] as const;
export const columnOpacities = [1, 0.45] as const;

/**
 * Columns of all months together, one or two figures beside each other, on one scale. Each leads to its rows: by mouse and by
 * keyboard.
 */
export function MonthColumns({ months, figures }: { months: MonthFigures[]; figures: readonly MonthFigure[] }) {
  const texts = useMessages(monthMessages);
  const shown = useShownValue();
  const highest = months
    .flatMap((month) => figures.map((figure) => valueOf(month, figure)))
    .reduce((most, value) => (value > most ? value : most), 0n);
  const height = (value: bigint) => `${String(highest === 0n ? 0n : (value * BigInt(heightPx)) / highest)}px`;
  return (
    <>
      <Stack component="ol" direction="row" sx={{ listStyle: 'none', m: 0, p: 0, gap: columnGap }}>
        {months.map((month) => (
          <Box key={month.month} component="li" sx={{ flex: 1, minWidth: 0 }}>
            <Stack
              direction="row"
              sx={{ height: heightPx, alignItems: 'flex-end', justifyContent: 'center', gap: '2px' }}
            >
              {figures.map((figure, index) => {
                const value = valueOf(month, figure);
                const says = texts.rowsOf(texts.figures[figure], month.month, shown.exactly(value, figure));
                return (
                  <Box
                    key={figure}
                    component={Link}
                    to={rowsPath('DIVISION', null, month.month, figure)}
                    aria-label={says}
                    title={says}
                    sx={{
                      display: 'flex',
                      alignItems: 'flex-end',
                      height: '100%',
                      width: '100%',
                      maxWidth: 28,
                      borderRadius: 0.5,
                      '&:hover': { bgcolor: 'action.hover' },
                    }}
                  >
                    <Box
                      sx={{
                        width: '100%',
                        height: height(value),
                        minHeight: value > 0n ? '2px' : 0,
                        borderRadius: '2px 2px 0 0',
                        bgcolor: columnTones[index % columnTones.length],
                        opacity: columnOpacities[index % columnOpacities.length],
                      }}
                    />
                  </Box>
                );
              })}
            </Stack>
            <Typography
              variant="caption"
              color="textSecondary"
              component="div"
              align="center"
              sx={{ borderTop: 1, borderColor: 'divider', pt: 0.5, fontVariantNumeric: 'tabular-nums' }}
            >
              {String(Number(month.month.slice(5)))}
            </Typography>
          </Box>
        ))}
      </Stack>
      <Years months={months} />
    </>
  );
}

/** Each year below its months, where they are wide enough for its name. */
function Years({ months }: { months: MonthFigures[] }) {
  const years = months.map(({ month }) => month.slice(0, 4));
  return (
    <Box
      aria-hidden
      sx={{ display: 'grid', gridTemplateColumns: `repeat(${years.length}, minmax(0, 1fr))`, columnGap }}
    >
      {[...new Set(years)].map((year) => {
        const { length } = years.filter((each) => each === year);
        return (
          <Typography
            key={year}
            variant="caption"
            sx={{
              gridColumn: `span ${length}`,
              borderLeft: 1,
              borderColor: 'divider',
              pl: 0.5,
              minHeight: '1em',
              fontWeight: 600,
            }}
          >
            {length >= namedFromMonths && year}
          </Typography>
        );
      })}
    </Box>
  );
}
