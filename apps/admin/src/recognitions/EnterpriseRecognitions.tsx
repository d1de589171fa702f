import { Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { CursorPager, FIRST_PAGE } from '../ui/list/CursorPager.js';
import { Section } from '../ui/Section.js';
import { recognitionEntriesDocument } from './documents.js';
import { recognitionMessages } from './messages.js';
import { listPath } from './paths.js';
import { StandingChip } from './StandingChip.js';

const PAGE = 20;

/** What an enterprise, and all in whose place it goes on, was recognised for. */
export function EnterpriseRecognitions({ uscc }: { uscc: string }) {
  const texts = useMessages(recognitionMessages);
  const [cursors, setCursors] = useState(FIRST_PAGE);
  const query = useDocument(
    recognitionEntriesDocument,
    { first: PAGE, after: cursors.at(-1) ?? null, filter: { uscc } },
    { keepPrevious: true },
  );
  return (
    <Section title={texts.ofEnterprise}>
      <Answer query={query}>
        {({ recognitionEntries }) => (
          <>
            {recognitionEntries.nodes.length === 0 && (
              <Typography color="textSecondary">{texts.noneOfEnterprise}</Typography>
            )}
            <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {recognitionEntries.nodes.map((entry) => (
                <Stack
                  key={entry.id}
                  component="li"
                  direction="row"
                  sx={{
                    gap: 1.5,
                    py: 1,
                    alignItems: 'baseline',
                    flexWrap: 'wrap',
                    borderTop: 1,
                    borderColor: 'divider',
                  }}
                >
                  <Link to={listPath(entry.list.id)}>{entry.id}</Link>
                  <StandingChip standing={entry.standing} />
                  <Typography variant="body2" sx={{ flex: '1 1 200px' }}>
                    {entry.subject}
                  </Typography>
                  <Typography variant="body2" color="textSecondary">
                    {texts.validity(entry.validFrom, entry.validUntil ?? texts.unlimited)}
                  </Typography>
                </Stack>
              ))}
            </Stack>
            {recognitionEntries.totalCount > 0 && (
              <CursorPager cursors={cursors} onTurn={setCursors} page={recognitionEntries} />
            )}
          </>
        )}
      </Answer>
    </Section>
  );
}
