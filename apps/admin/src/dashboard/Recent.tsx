import { Box, Typography } from '@mui/material';
import { Link } from 'react-router';
import type { TimelineEntry } from '../claims/fragments.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Section } from '../ui/Section.js';
import { dashboardMessages } from './messages.js';
import { usePersonName } from '../ui/person.js';

const entriesMax = 10;

/** What happened last, each leading to its claim. */
export function Recent({ entries }: { entries: TimelineEntry[] }) {
  const texts = useMessages(dashboardMessages);
  return (
    <Section title={texts.recent} aside={<Link to="/events">{texts.allEvents}</Link>}>
      {entries.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {texts.noEvents}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {entries.slice(0, entriesMax).map((entry) => (
          <Entry key={entry.position} entry={entry} />
        ))}
      </Box>
    </Section>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const bilingual = useBilingual();
  const personName = usePersonName();
  return (
    <Box component="li" sx={{ py: 0.75, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Typography variant="body2">
        <strong>{bilingual(entry.label)}</strong> {bilingual(entry.summary)}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {entry.on} · {entry.actor && personName(entry.actor)}
        {entry.claim !== null && (
          <>
            {' · '}
            <Link to={`/claims/${entry.claim}/show`}>{entry.claim}</Link>
          </>
        )}
      </Typography>
    </Box>
  );
}
