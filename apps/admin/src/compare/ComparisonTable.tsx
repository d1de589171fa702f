import {
  Box,
  Card,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { useMessages } from '../i18n/messages.js';
import { useNarrow } from '../ui/use-narrow.js';
import { type ComparedRow, differs } from './comparison.js';
import { compareMessages } from './messages.js';
import type { ComparedGroup } from './use-comparison.js';

interface ComparisonProps {
  groups: readonly ComparedGroup[];
  /** What stands above what is said of each. */
  heads: { left: ReactNode; right: ReactNode };
}

/** What is said of both, in rows where there is room and below each other where there is none. */
export function Comparison({ groups, heads }: ComparisonProps) {
  return useNarrow() ? <BelowEachOther groups={groups} heads={heads} /> : <InRows groups={groups} heads={heads} />;
}

function InRows({ groups, heads }: ComparisonProps) {
  const texts = useMessages(compareMessages);
  return (
    <TableContainer component={Card}>
      <Table
        size="small"
        sx={{
          tableLayout: 'fixed',
          '& td, & th': { verticalAlign: 'top' },
          '& td:first-of-type': { pl: 1.5 },
          '& thead th': { px: 1.5 },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: '19%' }}>{texts.both}</TableCell>
            <TableCell>{heads.left}</TableCell>
            <TableCell>{heads.right}</TableCell>
            <TableCell sx={{ width: 104 }}>{texts.mark}</TableCell>
          </TableRow>
        </TableHead>
        {groups.map(({ name, rows }) => (
          <TableBody key={name}>
            <TableRow>
              <TableCell component="th" scope="rowgroup" colSpan={4} sx={{ bgcolor: 'action.hover', fontWeight: 650 }}>
                {texts.groups[name]}
              </TableCell>
            </TableRow>
            {rows.map((row) => (
              <TableRow key={row.key}>
                <TableCell component="th" scope="row" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                  {row.label}
                </TableCell>
                <TableCell>
                  <Said row={row} side="left" />
                </TableCell>
                <TableCell>
                  <Said row={row} side="right" />
                </TableCell>
                <TableCell>
                  <Mark row={row} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        ))}
      </Table>
    </TableContainer>
  );
}

function BelowEachOther({ groups, heads }: ComparisonProps) {
  const texts = useMessages(compareMessages);
  return (
    <Stack sx={{ gap: 1.5 }}>
      {(['left', 'right'] as const).map((side) => (
        <Card key={side} sx={{ px: 2, py: 1.25 }}>
          <Typography variant="caption" color="textSecondary">
            {texts.sides[side]}
          </Typography>
          {heads[side]}
        </Card>
      ))}
      {groups.map(({ name, rows }) => (
        <Card key={name} component="section" sx={{ px: 2, py: 1.5 }}>
          <Typography variant="h2" sx={{ mb: 0.5 }}>
            {texts.groups[name]}
          </Typography>
          {rows.map((row) => (
            <Box key={row.key} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
              <Stack direction="row" sx={{ gap: 1, justifyContent: 'space-between', mb: 0.5 }}>
                <Typography variant="body2" sx={{ fontWeight: 600, minWidth: 0, overflowWrap: 'anywhere' }}>
                  {row.label}
                </Typography>
                <Mark row={row} />
              </Stack>
              <Box
                component="dl"
                sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 1.5, rowGap: 0.5 }}
              >
                {(['left', 'right'] as const).map((side) => (
                  <Fragment key={side}>
                    <Typography component="dt" variant="body2" color="textSecondary">
                      {texts.sides[side]}
                    </Typography>
                    <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
                      <Said row={row} side={side} />
                    </Box>
                  </Fragment>
                ))}
              </Box>
            </Box>
          ))}
        </Card>
      ))}
    </Stack>
  );
}

function Said({ row, side }: { row: ComparedRow; side: 'left' | 'right' }) {
  return (
    <Typography
      variant="body2"
      sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', fontWeight: differs(row) ? 650 : 400 }}
    >
      {row[side] ?? '—'}
    </Typography>
  );
}

/** In a sign and a word, so that it needs no colour. */
function Mark({ row }: { row: ComparedRow }) {
  const texts = useMessages(compareMessages);
  const isDifferent = differs(row);
  return (
    <Typography
      variant="body2"
      color={isDifferent ? 'error' : 'textSecondary'}
      sx={{ fontWeight: isDifferent ? 650 : 400, whiteSpace: 'nowrap' }}
    >
      <span aria-hidden>{isDifferent ? '≠ ' : '＝ '}</span>
      {isDifferent ? texts.differs : texts.same}
    </Typography>
  );
}
