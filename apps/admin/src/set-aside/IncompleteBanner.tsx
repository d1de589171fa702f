import { Box, Button, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { readStateDocument } from './documents.js';
import { setAsideMessages } from './messages.js';

const fresh = 30_000;

/** Above every page: whoever reads a list or a sum is told that something is missing from it. */
export function IncompleteBanner() {
  const texts = useMessages(setAsideMessages);
  const seesDetails = useMay('SETASIDE_READ');
  const { data } = useDocument(readStateDocument, {}, { staleTimeMs: fresh });
  if (data === undefined) return null;
  const { isComplete, setAside, build } = data.readState;
  if (isComplete && build === null) return null;
  return (
    <Box sx={{ px: { xs: 1.5, sm: 2.5, lg: 3 }, pt: { xs: 1.5, sm: 2 } }}>
      {!isComplete && (
        <Notice
          tone="warning"
          title={texts.incomplete(setAside)}
          action={
            seesDetails && (
              <Button component={Link} to="/set-aside" size="small" color="inherit" sx={{ flexShrink: 0 }}>
                {texts.details}
              </Button>
            )
          }
        >
          <Typography variant="body2">{texts.incompleteHint}</Typography>
        </Notice>
      )}
      {build !== null && (
        <Notice tone="info" title={texts.building(Math.floor((100 * build.handled) / Math.max(1, build.total)))} />
      )}
    </Box>
  );
}
