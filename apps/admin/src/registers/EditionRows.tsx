import { Box, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useDocument } from '../api/use-document.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { CursorPager, FIRST_PAGE } from '../ui/list/CursorPager.js';
import { usePersonName } from '../ui/person.js';
import { Section } from '../ui/Section.js';
import { useDebounced } from '../ui/use-debounced.js';
import { useNarrow } from '../ui/use-narrow.js';
import { registerRowsDocument, type RegisterRow } from './documents.js';
import { registerMessages } from './messages.js';

const PAGE = 50;
const WIDTH = 720;
const typingPauseMs = 250;

/** The rows of an edition, a page at a time. */
export function EditionRows({ register, edition }: { register: string; edition: string }) {
  const texts = useMessages(registerMessages);
  const [typed, setTyped] = useState('');
  const [cursors, setCursors] = useState(FIRST_PAGE);
  const wanted = useDebounced(typed.trim(), typingPauseMs);
  const filter = { register, edition, ...(wanted !== '' && { query: wanted }) };
  const query = useDocument(
    registerRowsDocument,
    { first: PAGE, after: cursors.at(-1) ?? null, filter },
    { keepPrevious: true },
  );
  return (
    <Section title={texts.rows} flush>
      <Box sx={{ px: 2, pb: 1 }}>
        <TextField
          label={texts.rowFilter}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setCursors(FIRST_PAGE);
          }}
          fullWidth
          sx={{ maxWidth: 420 }}
        />
      </Box>
      <Answer query={query}>
        {({ registerRows }) => (
          <>
            {registerRows.nodes.length === 0 ? (
              <Typography color="textSecondary" sx={{ px: 2, pb: 2 }}>
                {texts.noRows}
              </Typography>
            ) : (
              <Rows rows={registerRows.nodes} />
            )}
            <Box sx={{ px: 2 }}>
              <CursorPager cursors={cursors} onTurn={setCursors} page={registerRows} />
            </Box>
          </>
        )}
      </Answer>
    </Section>
  );
}

function Rows({ rows }: { rows: RegisterRow[] }) {
  return useNarrow() ? <RowCards rows={rows} /> : <RowTable rows={rows} />;
}

/** Below each other, where a table would be wider than the screen. */
function RowCards({ rows }: { rows: RegisterRow[] }) {
  const { columns, rows: label, until } = useMessages(registerMessages);
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows.map((row) => (
        <Box component="li" key={row.row} sx={{ px: 2, py: 1.5, borderTop: 1, borderColor: 'divider' }}>
          <WhoIsNamed row={row} />
          {[
            [columns.row, row.row],
            [columns.matter, row.matter],
            [columns.decision, row.decision],
            [columns.decidedOn, [row.decidedOn, row.until && until(row.until)].filter(Boolean).join(' ')],
          ].map(([name, value]) => (
            <Typography key={name} variant="body2">
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {name}
              </Box>{' '}
              {value}
            </Typography>
          ))}
        </Box>
      ))}
    </Box>
  );
}

function WhoIsNamed({ row }: { row: RegisterRow }) {
  const { cleared } = useMessages(registerMessages);
  const bilingual = useBilingual();
  const personName = usePersonName();
  return (
    <>
      {row.name}
      <Typography variant="caption" component="p" color="textSecondary">
        {row.uscc}
      </Typography>
      {row.clearings.map(({ by, on, ground, reason }) => (
        <Typography key={by.username} variant="caption" component="p">
          {cleared(personName(by), on, bilingual(ground), reason)}
        </Typography>
      ))}
    </>
  );
}

function RowTable({ rows }: { rows: RegisterRow[] }) {
  const { columns, rows: label, until } = useMessages(registerMessages);
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={label}>
      <Table size="small" sx={{ minWidth: WIDTH }}>
        <TableHead>
          <TableRow>
            {[columns.row, columns.name, columns.matter, columns.decision, columns.decidedOn].map((header) => (
              <TableCell key={header}>{header}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.row}>
              <TableCell>{row.row}</TableCell>
              <TableCell>
                <WhoIsNamed row={row} />
              </TableCell>
              <TableCell>{row.matter}</TableCell>
              <TableCell>{row.decision}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {row.decidedOn}
                {row.until !== null && (
                  <Typography variant="caption" component="p">
                    {until(row.until)}
                  </Typography>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
