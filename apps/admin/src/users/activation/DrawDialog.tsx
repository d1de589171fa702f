import { Box, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useId, useState } from 'react';
import { useCommands } from '../../api/use-command.js';
import { codeFont } from '../../app/theme.js';
import { useMessages } from '../../i18n/messages.js';
import { beijingTime } from '../../ui/beijing-time.js';
import { CommandDialog } from '../../ui/CommandDialog.js';
import { usePersonName } from '../../ui/person.js';
import { type ActivationCode, drawActivationCode, type DrawnHalf } from './documents.js';
import { activationMessages } from './messages.js';

interface DrawDialogProps {
  code: ActivationCode;
  onClose: () => void;
}

/** Asks before a half is drawn, since it is shown once, and shows it. */
export function DrawDialog({ code, onClose }: DrawDialogProps) {
  const texts = useMessages(activationMessages);
  const personName = usePersonName();
  const { send, sending } = useCommands();
  const [drawn, setDrawn] = useState<DrawnHalf | null>(null);
  const name = personName(code);
  if (drawn !== null) return <HalfDialog name={name} drawn={drawn} onClose={onClose} />;
  return (
    <CommandDialog
      title={texts.draw}
      says={texts.drawSays(name)}
      confirmLabel={texts.draw}
      sending={sending}
      submit={() => send(drawActivationCode, code.official)}
      onClose={onClose}
      onDone={setDrawn}
    />
  );
}

/** Stays until it is closed on purpose: a click beside it would lose what is not shown again. */
function HalfDialog({ name, drawn, onClose }: { name: string; drawn: DrawnHalf; onClose: () => void }) {
  const texts = useMessages(activationMessages);
  const titleId = useId();
  return (
    <Dialog open aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{texts.half(name)}</DialogTitle>
      <DialogContent>
        <Box
          component="output"
          sx={{
            display: 'block',
            py: 2,
            textAlign: 'center',
            fontFamily: codeFont,
            fontSize: '1.5rem',
            letterSpacing: 1,
          }}
        >
          {drawn.half}
        </Box>
        <DialogContentText>{texts.handOver(beijingTime(drawn.expiresAt))}</DialogContentText>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={() => window.print()}>{texts.print}</Button>
        <Button variant="contained" autoFocus onClick={onClose}>
          {texts.kept}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
