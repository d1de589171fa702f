import { Box, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useMessages } from '../i18n/messages.js';
import { Facts } from '../ui/Facts.js';
import { recognitionMessages } from './messages.js';
import { listPath } from './paths.js';
import type { RecognitionEntry } from './fragments.js';
import { StandingChip } from './StandingChip.js';

/** An entry with the document on which it stands. */
export function EntryLines({ entry }: { entry: RecognitionEntry }) {
  const texts = useMessages(recognitionMessages);
  const { list } = entry;
  return (
    <Box sx={{ my: 0.5 }}>
      <Facts
        entries={[
          [texts.columns.document, <Link key="list" to={listPath(list.id)}>{`${list.id} #${String(entry.no)}`}</Link>],
          [texts.columns.title, list.title],
          [texts.columns.authority, `${list.authority} ${list.issuedOn}`],
          [texts.columns.enterprise, `${entry.name} ${entry.uscc}`],
          [texts.columns.subject, entry.subject],
          entry.level === null ? null : [texts.columns.level, entry.level],
          entry.certificate === null ? null : [texts.columns.certificate, entry.certificate],
          [texts.entryValid, texts.validity(entry.validFrom, entry.validUntil ?? texts.unlimited)],
          [texts.columns.standing, <StandingChip key="standing" standing={entry.standing} />],
        ]}
      />
      {entry.revokedFrom !== null && (
        <Typography variant="body2" color="error">
          {texts.revokedFrom(entry.revokedFrom, entry.revokedBecause ?? '')}
        </Typography>
      )}
    </Box>
  );
}
