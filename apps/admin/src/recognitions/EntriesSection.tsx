import { Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { z } from 'zod';
import { RecognitionEntryStanding } from '../api/schema/enums.generated.js';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { choicesOf } from '../ui/choices.js';
import { CursorPager, FIRST_PAGE } from '../ui/list/CursorPager.js';
import { Section } from '../ui/Section.js';
import { useDebounced } from '../ui/use-debounced.js';
import { recognitionEntriesDocument } from './documents.js';
import { EntryRows } from './EntryRows.js';
import type { RecognitionList } from './fragments.js';
import { recognitionMessages } from './messages.js';
import { RevokeDialog } from './RevokeDialog.js';

const PAGE = 50;
const entryStanding = z.enum(RecognitionEntryStanding);
const typingPauseMs = 250;

interface EntriesSectionProps {
  list: RecognitionList;
  mayRevoke: boolean;
}

/** The entries, a page at a time, with the claims that rest on each; those that stand can be chosen to be revoked. */
export function EntriesSection({ list, mayRevoke }: EntriesSectionProps) {
  const texts = useMessages(recognitionMessages);
  const [typed, setTyped] = useState('');
  const [standing, setStanding] = useState<RecognitionEntryStanding | ''>('');
  const [cursors, setCursors] = useState(FIRST_PAGE);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [revoking, setRevoking] = useState<number[] | 'all' | null>(null);
  const wanted = useDebounced(typed.trim(), typingPauseMs);
  const filter = {
    list: list.id,
    ...(wanted !== '' && { query: wanted }),
    ...(standing !== '' && { standing }),
  };
  const query = useDocument(
    recognitionEntriesDocument,
    { first: PAGE, after: cursors.at(-1) ?? null, filter },
    { keepPrevious: true },
  );
  const choose = (no: number) => {
    const next = new Set(chosen);
    if (!next.delete(no)) next.add(no);
    setChosen(next);
  };
  return (
    <Section
      title={texts.entries}
      flush
      aside={
        mayRevoke && (
          <Stack direction="row" sx={{ gap: 1 }}>
            {chosen.size > 0 && (
              <Button size="small" color="error" variant="outlined" onClick={() => setRevoking([...chosen])}>
                {texts.chosen(chosen.size)}
              </Button>
            )}
            <Button size="small" color="error" onClick={() => setRevoking('all')}>
              {texts.revokeAll}
            </Button>
          </Stack>
        )
      }
    >
      <Stack direction="row" sx={{ gap: 1.5, px: 2, pb: 1, flexWrap: 'wrap' }}>
        <TextField
          label={texts.entryFilter}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setCursors(FIRST_PAGE);
          }}
          fullWidth={false}
          sx={{ minWidth: 280 }}
        />
        <TextField
          select
          label={texts.filters.standing}
          value={standing}
          onChange={(event) => {
            setStanding(entryStanding.safeParse(event.target.value).data ?? '');
            setCursors(FIRST_PAGE);
          }}
          fullWidth={false}
          sx={{ minWidth: 120 }}
        >
          <MenuItem value="">{texts.anyStanding}</MenuItem>
          {choicesOf(texts.entryStandings).map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      <Answer query={query}>
        {({ recognitionEntries }) => (
          <>
            {recognitionEntries.nodes.length === 0 ? (
              <Typography color="textSecondary" sx={{ px: 2, pb: 2 }}>
                {texts.noEntries}
              </Typography>
            ) : (
              <EntryRows entries={recognitionEntries.nodes} chosen={mayRevoke ? chosen : null} onChoose={choose} />
            )}
            <Box sx={{ px: 2 }}>
              <CursorPager cursors={cursors} onTurn={setCursors} page={recognitionEntries} />
            </Box>
          </>
        )}
      </Answer>
      {revoking !== null && (
        <RevokeDialog
          list={list}
          entries={revoking === 'all' ? null : revoking}
          onClose={() => setRevoking(null)}
          onDone={() => setChosen(new Set())}
        />
      )}
    </Section>
  );
}
