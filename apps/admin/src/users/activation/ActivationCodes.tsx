import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router';
import { useDocument } from '../../api/use-document.js';
import { useMay } from '../../auth/use-user.js';
import { useMessages } from '../../i18n/messages.js';
import { beijingTime } from '../../ui/beijing-time.js';
import { usePersonName } from '../../ui/person.js';
import { Section } from '../../ui/Section.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { type ActivationCode, activationCodesDocument } from './documents.js';
import { DrawDialog } from './DrawDialog.js';
import { activationMessages } from './messages.js';

/** Codes of which this administrator draws a half: all of them, or that of one official. Nothing where there is none. */
export function ActivationCodes({ official }: { official?: string }) {
  return useMay('USER_MANAGE') ? <OpenCodes official={official} /> : null;
}

function OpenCodes({ official }: { official: string | undefined }) {
  const texts = useMessages(activationMessages);
  const { data } = useDocument(activationCodesDocument, {});
  const [drawing, setDrawing] = useState<ActivationCode | null>(null);
  const codes = (data?.activationCodes ?? []).filter((code) => official === undefined || code.official === official);
  if (codes.length === 0) return null;
  return (
    <Section title={texts.title}>
      <Typography variant="body2" color="textSecondary">
        {texts.hint}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {codes.map((code) => (
          <CodeItem key={code.official} code={code} onDraw={() => setDrawing(code)} />
        ))}
      </Box>
      {drawing !== null && <DrawDialog code={drawing} onClose={() => setDrawing(null)} />}
    </Section>
  );
}

function CodeItem({ code, onDraw }: { code: ActivationCode; onDraw: () => void }) {
  const texts = useMessages(activationMessages);
  const { inARow } = useMessages(uiMessages);
  const personName = usePersonName();
  const at = beijingTime(code.expiresAt);
  const other = personName({ username: code.otherUsername, displayName: code.otherDisplayName });
  const says = code.hasExpired
    ? [texts.expired(at)]
    : [texts.yours(code.isDrawn), texts.others(other, code.isOtherDrawn), texts.until(at)];
  return (
    <Stack
      component="li"
      direction="row"
      sx={{
        py: 1.5,
        gap: 1,
        alignItems: 'center',
        flexWrap: 'wrap',
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 240 }}>
        <Typography variant="body2" component={Link} to={`/users/${code.official}`} sx={{ fontWeight: 650 }}>
          {personName(code)}
        </Typography>
        <Typography variant="body2">{inARow(says)}</Typography>
      </Box>
      {!code.isDrawn && !code.hasExpired && (
        <Button size="small" variant="contained" onClick={onDraw}>
          {texts.draw}
        </Button>
      )}
    </Stack>
  );
}
