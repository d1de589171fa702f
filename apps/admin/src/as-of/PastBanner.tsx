import { Box, Button, Typography } from '@mui/material';
import { useLocation } from 'react-router';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { useAsOf } from './AsOfProvider.js';
import { asOfMessages } from './messages.js';

/** First parts of the addresses of pages that are not made of the log: they have no past. */
const pagesOfNow: ReadonlySet<string> = new Set(['account', 'policies', 'security-log', 'set-aside', 'users']);

/** Above every page of the past: nobody takes it for the present, nor a page that has none for the past. */
export function PastBanner() {
  const texts = useMessages(asOfMessages);
  const { asOf, lookAt } = useAsOf();
  const { pathname } = useLocation();
  if (asOf === null) return null;
  const when = 'position' in asOf ? texts.pastNumber(asOf.position) : asOf.moment.replace('T', ' ');
  const hasPast = !pagesOfNow.has(pathname.split('/')[1] ?? '');
  return (
    <Box sx={{ px: { xs: 1.5, sm: 2.5, lg: 3 }, pt: { xs: 1.5, sm: 2 } }}>
      <Notice
        tone="warning"
        title={hasPast ? texts.past(when) : texts.noPast(when)}
        action={
          <Button size="small" color="inherit" sx={{ flexShrink: 0 }} onClick={() => lookAt(null)}>
            {texts.back}
          </Button>
        }
      >
        <Typography variant="body2">{hasPast ? texts.pastHint : texts.noPastHint}</Typography>
      </Notice>
    </Box>
  );
}
