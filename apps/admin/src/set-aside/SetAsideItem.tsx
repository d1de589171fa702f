import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { Disclosure } from '../ui/Disclosure.js';
import { JsonView } from '../ui/JsonView.js';
import { beijingTime } from '../ui/beijing-time.js';
import type { SetAsideRecord } from './documents.js';
import { setAsideMessages } from './messages.js';
import { ProposeDialog } from './ProposeDialog.js';

/** @param isOpen whether a correction of it waits for an answer already. */
export function SetAsideItem({ record, isOpen }: { record: SetAsideRecord; isOpen: boolean }) {
  const texts = useMessages(setAsideMessages);
  const mayPropose = useMay('CORRECTION_PROPOSE');
  const [proposing, setProposing] = useState(false);
  return (
    <Box component="li" sx={{ minWidth: 0 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Typography variant="body2" sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>
          {record.stream}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {[texts.at(record.position), record.type, beijingTime(record.since), texts.events(record.events)].join(' · ')}
        </Typography>
      </Stack>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {record.because === null ? record.error : texts.because(record.because)}
      </Typography>
      <Disclosure label={texts.recorded}>
        <JsonView value={{ occurredOn: record.occurredOn, data: record.data }} />
      </Disclosure>
      {mayPropose && !isOpen && record.because === null && (
        <Button size="small" onClick={() => setProposing(true)}>
          {texts.propose}
        </Button>
      )}
      {proposing && <ProposeDialog record={record} onClose={() => setProposing(false)} />}
    </Box>
  );
}
