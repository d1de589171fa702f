import { Box, Button, Typography } from '@mui/material';
import { useLocation } from 'react-router';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { hasPast } from './as-of.js';
import { useAsOf } from './AsOfProvider.js';
import { asOfMessages } from './messages.js';

/** Above every page of the past: nobody takes it for the present, nor a page that has none for the past. */
export function PastBanner() {
  const texts = useMessages(asOfMessages);
  const { asOf, lookAt } = useAsOf();
  const { pathname } = useLocation();
  if (asOf === null) return null;
  const when = 'position' in asOf ? texts.pastNumber(asOf.position) : asOf.moment.replace('T', ' ');
  const isPast = hasPast(pathname);
  return (
    <Box sx={{ px: { xs: 1.5, sm: 2.5, lg: 3 }, pt: { xs: 1.5, sm: 2 } }}>
      <Notice
        tone="warning"
        title={isPast ? texts.past(when) : texts.noPast(when)}
        action={
          <Button size="small" color="inherit" sx={{ flexShrink: 0 }} onClick={() => lookAt(null)}>
            {texts.back}
          </Button>
        }
      >
        <Typography variant="body2">{isPast ? texts.pastHint : texts.noPastHint}</Typography>
      </Notice>
    </Box>
  );
}
