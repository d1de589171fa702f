import { Checkbox, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Link } from 'react-router';
import { ClaimNumber } from '../claims/list/ClaimNumber.js';
import { StatusChip } from '../claims/StatusChip.js';
import { useMessages } from '../i18n/messages.js';
import { RecordCards } from '../ui/list/RecordCards.js';
import { useNarrow } from '../ui/use-narrow.js';
import type { RestedEntry } from './fragments.js';
import { recognitionMessages } from './messages.js';
import { StandingChip } from './StandingChip.js';

interface EntryRowsProps {
  entries: readonly RestedEntry[];
  /** Null where nothing can be chosen. */
  chosen: ReadonlySet<number> | null;
  onChoose: (no: number) => void;
}

/** Entries with the claims that rest on each: a table, or cards where it would not fit. */
export function EntryRows(props: EntryRowsProps) {
  return useNarrow() ? <EntryCards {...props} /> : <EntryTable {...props} />;
}

function EntryTable({ entries, chosen, onChoose }: EntryRowsProps) {
  const { columns } = useMessages(recognitionMessages);
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          {chosen !== null && <TableCell padding="checkbox" />}
          <TableCell>{columns.no}</TableCell>
          <TableCell>{columns.enterprise}</TableCell>
          <TableCell>{columns.subject}</TableCell>
          <TableCell>{columns.certificate}</TableCell>
          <TableCell>{columns.standing}</TableCell>
          <TableCell>{columns.claims}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <TableRow key={entry.id}>
            {chosen !== null && (
              <TableCell padding="checkbox">
                <Choice entry={entry} chosen={chosen} onChoose={onChoose} />
              </TableCell>
            )}
            <TableCell>{entry.no}</TableCell>
            <TableCell>
              <Enterprise entry={entry} />
            </TableCell>
            <TableCell>
              <Subject entry={entry} />
            </TableCell>
            <TableCell>{entry.certificate}</TableCell>
            <TableCell>
              <Standing entry={entry} />
            </TableCell>
            <TableCell>
              <Claims entry={entry} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function EntryCards({ entries, chosen, onChoose }: EntryRowsProps) {
  const { columns } = useMessages(recognitionMessages);
  return (
    <RecordCards rows={[...entries]}>
      {(entry) => (
        <>
          <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
            {chosen !== null && <Choice entry={entry} chosen={chosen} onChoose={onChoose} />}
            <Typography variant="body2">{entry.no}</Typography>
            <Standing entry={entry} />
          </Stack>
          <Subject entry={entry} />
          <Enterprise entry={entry} />
          {entry.certificate !== null && (
            <Typography variant="body2">{`${columns.certificate} ${entry.certificate}`}</Typography>
          )}
          {entry.restingClaims.length > 0 && <Claims entry={entry} />}
        </>
      )}
    </RecordCards>
  );
}

interface EntryProps {
  entry: RestedEntry;
}

interface ChoiceProps extends EntryProps {
  chosen: ReadonlySet<number>;
  onChoose: (no: number) => void;
}

function Choice({ entry: { no, standing }, chosen, onChoose }: ChoiceProps) {
  const { choose } = useMessages(recognitionMessages);
  return (
    <Checkbox
      checked={chosen.has(no)}
      disabled={standing !== 'IN_FORCE'}
      onChange={() => onChoose(no)}
      slotProps={{ input: { 'aria-label': choose(no) } }}
    />
  );
}

function Enterprise({ entry: { name, uscc } }: EntryProps) {
  return (
    <div>
      <Link to={`/enterprises/${uscc}/show`}>{name}</Link>
      <Typography variant="caption" component="p" color="textSecondary">
        {uscc}
      </Typography>
    </div>
  );
}

function Subject({ entry: { subject, level, batch } }: EntryProps) {
  return (
    <div>
      {subject}
      <Typography variant="caption" component="p" color="textSecondary">
        {[level, batch].filter((one) => one !== null).join(' · ')}
      </Typography>
    </div>
  );
}

function Standing({ entry: { standing, revokedFrom, revokedBecause } }: EntryProps) {
  const texts = useMessages(recognitionMessages);
  return (
    <div>
      <StandingChip standing={standing} />
      {revokedFrom !== null && (
        <Typography variant="caption" component="p">
          {texts.revokedFrom(revokedFrom, revokedBecause ?? '')}
        </Typography>
      )}
    </div>
  );
}

function Claims({ entry: { restingClaims } }: EntryProps) {
  const { noClaims } = useMessages(recognitionMessages);
  if (restingClaims.length === 0) return noClaims;
  return restingClaims.map(({ id, status }) => (
    <Stack key={id} direction="row" sx={{ gap: 1, alignItems: 'center' }}>
      <ClaimNumber id={id} />
      <StatusChip status={status} />
    </Stack>
  ));
}
