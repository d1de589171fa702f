import { Box, Button, Stack, Typography } from '@mui/material';
import { codeFont } from '../app/theme.js';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { accountMessages } from './messages.js';

interface RecoveryCodesViewProps {
  codes: readonly string[];
  onKept: () => void;
}

/** New recovery codes, to be downloaded or printed: they are not shown again. */
export function RecoveryCodesView({ codes, onKept }: RecoveryCodesViewProps) {
  const texts = useMessages(accountMessages);
  const text = `${texts.codesTitle}\n\n${codes.join('\n')}\n`;
  return (
    <Stack sx={{ gap: 1.5 }}>
      <Typography variant="h3">{texts.codesTitle}</Typography>
      <Notice tone="warning" title={texts.codesHint} />
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
          gap: 0.5,
          fontFamily: codeFont,
        }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </Box>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        <Button
          variant="outlined"
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={texts.file}
        >
          {texts.download}
        </Button>
        <Button variant="outlined" onClick={() => window.print()}>
          {texts.print}
        </Button>
        <Button variant="contained" onClick={onKept}>
          {texts.kept}
        </Button>
      </Stack>
    </Stack>
  );
}
