import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Box, Button, GlobalStyles, Typography } from '@mui/material';
import { useSyncExternalStore } from 'react';
import { codeFont } from '../app/theme.js';
import { appMessages } from '../app/app-messages.js';
import { useUser } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { beijingTime } from './beijing-time.js';
import { usePersonName } from './person.js';
import { printMessages } from './print-messages.js';

export function PrintButton() {
  const texts = useMessages(printMessages);
  return (
    <Button size="small" color="inherit" startIcon={<PrintOutlined />} onClick={() => window.print()}>
      {texts.print}
    </Button>
  );
}

/** On paper alone: what it is of, as of which state of the log, and who printed it when. */
export function PrintHead({ of, position }: { of: string; position: string }) {
  const texts = useMessages(printMessages);
  const { productLong } = useMessages(appMessages);
  const personName = usePersonName();
  const user = useUser();
  const printedAt = usePrintedAt();
  return (
    <>
      <GlobalStyles styles={onPaper} />
      <Box sx={{ display: 'none', displayPrint: 'block', mb: 2, pb: 1, borderBottom: '1px solid #000' }}>
        <Typography variant="body2">{productLong}</Typography>
        <Typography sx={{ fontFamily: codeFont, fontWeight: 650 }}>{of}</Typography>
        <Typography variant="body2">
          {[
            texts.position(position),
            texts.printedAt(beijingTime(printedAt)),
            user && texts.printedBy(personName(user)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </Box>
    </>
  );
}

/** When it is printed, as an instant. */
function usePrintedAt(): string {
  return useSyncExternalStore(subscribeToPrinting, () => printedAt);
}

let printedAt = new Date().toISOString();

function subscribeToPrinting(onPrinting: () => void): () => void {
  const now = () => {
    printedAt = new Date().toISOString();
    onPrinting();
  };
  window.addEventListener('beforeprint', now);
  return () => window.removeEventListener('beforeprint', now);
}

/** A4, black on white, without what only a screen can do. */
export const onPaper = {
  '@page': { size: 'A4', margin: '14mm' },
  '@media print': {
    'header.MuiAppBar-root, .RaSidebar-root, .MuiDrawer-root, nav, button, .MuiButton-root, summary, .MuiSnackbar-root, .RaSkipNavigationButton-skipToContentButton':
      { display: 'none !important' },
    'html, body, #root, .RaLayout-root, .RaLayout-appFrame, .RaLayout-contentWithSidebar, .RaLayout-content, .MuiCard-root':
      {
        background: '#fff !important',
        color: '#000 !important',
        margin: '0 !important',
        minWidth: '0 !important',
        minHeight: '0 !important',
        overflow: 'visible !important',
      },
    'p, span, h1, h2, h3, li, dt, dd, td, th, a, blockquote, code, pre': { color: '#000 !important' },
    '.MuiCard-root': { boxShadow: 'none !important', border: '1px solid #999 !important' },
    'li, dd, tr, blockquote, h2': { breakInside: 'avoid' },
    h2: { breakAfter: 'avoid' },
  },
};
