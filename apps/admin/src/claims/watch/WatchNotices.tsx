import { Box, Button, Typography } from '@mui/material';
import { createContext, useContext } from 'react';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { beijingTime } from '../../ui/beijing-time.js';
import { Notice } from '../../ui/Notice.js';
import { usePersonName } from '../../ui/person.js';
import { watchMessages } from './messages.js';
import type { Watched } from './use-watched.js';

type Changed = Pick<Watched, 'since' | 'load'>;

/** What happened to the claim on the page since it was opened, for its dialogs too. */
export const ChangedContext = createContext<Changed>({ since: null, load: () => undefined });

/** Says that the claim changed under its reader, and by whom, and loads it when he says so. */
export function ChangedNotice() {
  const texts = useMessages(watchMessages);
  const bilingual = useBilingual();
  const personName = usePersonName();
  const { since, load } = useContext(ChangedContext);
  if (since === null) return null;
  return (
    <Box sx={{ mb: 2 }}>
      <Notice
        tone="warning"
        title={texts.changed}
        action={
          <Button size="small" color="inherit" sx={{ flexShrink: 0, alignSelf: 'start' }} onClick={load}>
            {texts.load}
          </Button>
        }
      >
        {since.map(({ position, label, actor, recordedAt }) => (
          <Typography key={position} variant="body2">
            {texts.entry(bilingual(label), actor === null ? '' : personName(actor), beijingTime(recordedAt))}
          </Typography>
        ))}
        <Typography variant="caption">{texts.loadHint}</Typography>
      </Notice>
    </Box>
  );
}

export function OtherTabNotice({ isElsewhere }: Pick<Watched, 'isElsewhere'>) {
  const texts = useMessages(watchMessages);
  if (!isElsewhere) return null;
  return (
    <Box sx={{ mb: 2 }}>
      <Notice tone="info" title={texts.otherTab} />
    </Box>
  );
}
