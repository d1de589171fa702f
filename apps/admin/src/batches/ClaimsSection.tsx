import { Button, Checkbox, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { ClaimNumber } from '../claims/list/ClaimNumber.js';
import { StatusChip } from '../claims/StatusChip.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Amount } from '../ui/Amount.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Section } from '../ui/Section.js';
import type { BatchEntry, BatchOnPage, BatchPreview } from './documents.js';
import { batchMessages } from './messages.js';
import { SplitOutDialog } from './SplitOutDialog.js';

/** In pixels: on a narrow screen the table is moved sideways. */
const WIDTH = 900;

interface ClaimsSectionProps {
  batch: BatchOnPage;
  /** What stands in the way of each; empty for whoever may not record the minutes. */
  preview: BatchPreview['items'];
}

/** The claims of a batch with what is missing of each, and those that were split out with the reason. */
export function ClaimsSection({ batch, preview }: ClaimsSectionProps) {
  const texts = useMessages(batchMessages);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [splitting, setSplitting] = useState(false);
  const inside = batch.entries.filter(({ out }) => out === null);
  const outside = batch.entries.filter(({ out }) => out !== null);
  const splits = chosen.filter((claim) => inside.some(({ id }) => id === claim));
  const choose = (claim: string) =>
    setChosen(splits.includes(claim) ? splits.filter((each) => each !== claim) : [...splits, claim]);
  const split = batch.allowed ? (
    <Button size="small" disabled={splits.length === 0} onClick={() => setSplitting(true)}>
      {splits.length === 0 ? texts.split : texts.splitTitle(splits.length)}
    </Button>
  ) : null;
  return (
    <>
      <Section title={texts.claims} aside={split} flush={inside.length > 0}>
        {inside.length === 0 ? (
          <EmptyState title={texts.noClaims} hint={texts.noClaimsHint} />
        ) : (
          <ClaimTable entries={inside} preview={preview} chosen={splits} choose={batch.allowed ? choose : null} />
        )}
      </Section>
      {outside.length > 0 && (
        <Section title={texts.splitOut} flush>
          <OutTable entries={outside} />
        </Section>
      )}
      {splitting && (
        <SplitOutDialog
          batch={batch.id}
          claims={splits}
          onClose={() => setSplitting(false)}
          onDone={() => {
            setSplitting(false);
            setChosen([]);
          }}
        />
      )}
    </>
  );
}

interface ClaimTableProps {
  entries: BatchEntry[];
  preview: BatchPreview['items'];
  chosen: readonly string[];
  /** Null where nothing can be split out. */
  choose: ((claim: string) => void) | null;
}

function ClaimTable({ entries, preview, chosen, choose }: ClaimTableProps) {
  const texts = useMessages(batchMessages);
  const bilingual = useBilingual();
  const { columns } = texts;
  const missing = ({ id, claim }: BatchEntry) => {
    const looked = preview.find((item) => item.claim === id);
    if (looked === undefined) return claim === null ? '' : bilingual(claim.nextStep);
    return looked.refusal === null ? texts.ready : bilingual(looked.refusal.message);
  };
  return (
    <Table size="small" sx={{ minWidth: WIDTH }}>
      <TableHead>
        <TableRow>
          {choose !== null && <TableCell padding="checkbox" aria-label={texts.split} />}
          <TableCell>{columns.claim}</TableCell>
          <TableCell>{columns.enterprise}</TableCell>
          <TableCell>{columns.status}</TableCell>
          <TableCell align="right">{columns.requested}</TableCell>
          <TableCell align="right">{columns.determined}</TableCell>
          <TableCell>{columns.put}</TableCell>
          <TableCell>{columns.missing}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <TableRow key={entry.id} hover>
            {choose !== null && (
              <TableCell padding="checkbox">
                <Checkbox
                  size="small"
                  checked={chosen.includes(entry.id)}
                  onChange={() => choose(entry.id)}
                  slotProps={{ input: { 'aria-label': texts.choose(entry.id) } }}
                />
              </TableCell>
            )}
            <TableCell>
              <ClaimNumber id={entry.id} />
            </TableCell>
            <TableCell>{entry.claim?.enterprise.name}</TableCell>
            <TableCell>{entry.claim && <StatusChip status={entry.claim.status} />}</TableCell>
            <TableCell align="right">
              <Amount value={entry.claim?.requestedAmount ?? null} />
            </TableCell>
            <TableCell align="right">
              <Amount value={entry.claim?.determinedAmount ?? null} />
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{texts.actOf(entry.putOn, entry.putBy)}</TableCell>
            <TableCell>{missing(entry)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function OutTable({ entries }: { entries: BatchEntry[] }) {
  const texts = useMessages(batchMessages);
  return (
    <Table size="small">
      <TableBody>
        {entries.map(({ id, out }, index) => (
          <TableRow key={`${id} ${String(index)}`}>
            <TableCell>
              <ClaimNumber id={id} />
            </TableCell>
            <TableCell>
              {out && (
                <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                  {texts.outLine(out.on, out.by)}
                  {out.reason}
                </Typography>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
