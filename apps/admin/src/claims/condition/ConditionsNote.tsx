import { Box, Typography } from '@mui/material';
import { useMessages } from '../../i18n/messages.js';
import { Notice } from '../../ui/Notice.js';
import type { ClaimCondition } from './documents.js';
import { conditionMessages } from './messages.js';

/** In a dialog: on what others agreed to the claim; nothing where nobody did on a condition. */
export function ConditionsNote({ conditions }: { conditions: readonly ClaimCondition[] }) {
  const texts = useMessages(conditionMessages);
  if (conditions.length === 0) return null;
  return (
    <Box sx={{ my: 1 }}>
      <Notice tone="warning" title={texts.note}>
        {conditions.map(({ key, text, by, department }) => (
          <Typography key={key} variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {texts.of(department ?? by, text)}
          </Typography>
        ))}
      </Notice>
    </Box>
  );
}
