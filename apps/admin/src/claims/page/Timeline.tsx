import { Box, Stack, Typography } from '@mui/material';
import { useBilingual } from '../../i18n/locale.js';
import { delegationMessages } from '../../delegations/messages.js';
import { useMessages } from '../../i18n/messages.js';
import { Disclosure } from '../../ui/Disclosure.js';
import { usePersonName } from '../../ui/person.js';
import { JsonView } from '../../ui/JsonView.js';
import type { TimelineEntry } from '../fragments.js';
import { claimPageMessages } from './messages.js';

/** Digits of a version by which people tell it from others. */
const versionShown = 12;

/** Every step of a claim with who took it, the newest last. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {entries.map((entry) => (
        <Entry key={entry.position} entry={entry} />
      ))}
    </Box>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const texts = useMessages(claimPageMessages);
  const { forOther } = useMessages(delegationMessages);
  const bilingual = useBilingual();
  const personName = usePersonName();
  const summary = bilingual(entry.summary);
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        pl: 2.5,
        pb: 1.75,
        borderLeft: '2px solid',
        borderColor: 'divider',
        ml: 0.5,
        '&:last-of-type': { borderColor: 'transparent', pb: 0 },
        '&::before': {
          content: '""',
          position: 'absolute',
          left: -6,
          top: 6,
          width: 10,
          height: 10,
          borderRadius: '50%',
          bgcolor: 'primary.main',
        },
      }}
    >
      <Stack direction="row" sx={{ gap: 1, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {bilingual(entry.label)}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {entry.on}
        </Typography>
      </Stack>
      <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {[
          entry.actor && personName(entry.actor),
          entry.onBehalfOf && forOther(entry.onBehalfOf),
          entry.actor?.department,
          texts.position(entry.position),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      {entry.seen && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
          {texts.seen(entry.seen.position, entry.seen.policyVersion.slice(0, versionShown))}
        </Typography>
      )}
      {summary !== '' && <Typography variant="body2">{summary}</Typography>}
      <Disclosure label={texts.details}>
        <JsonView value={entry.data} />
      </Disclosure>
      {entry.correction && <Corrected correction={entry.correction} />}
    </Box>
  );
}

/** Who put other words in place of what was recorded, and what was recorded. */
function Corrected({ correction }: { correction: NonNullable<TimelineEntry['correction']> }) {
  const texts = useMessages(claimPageMessages);
  return (
    <>
      <Typography variant="body2" color="warning.dark">
        {texts.corrected(correction.proposedBy, correction.agreedBy, correction.reason)}
      </Typography>
      <Disclosure label={texts.asRecorded}>
        <JsonView value={{ occurredOn: correction.originalOn, data: correction.originalData }} />
      </Disclosure>
    </>
  );
}
