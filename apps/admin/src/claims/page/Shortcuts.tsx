import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { useNavigate } from 'react-router';
import { comparePath } from '../../compare/compare-path.js';
import { useMessages } from '../../i18n/messages.js';
import type { Queue } from '../queue/place.js';
import { claimPageMessages } from './messages.js';

/** Works through the queue without a mouse; `?` says how. */
export function Shortcuts({ claim, queue }: { claim: string; queue: Queue }) {
  const texts = useMessages(claimPageMessages);
  const navigate = useNavigate();
  const [helping, setHelping] = useState(false);
  const go = (id: string | null) => {
    if (id !== null) void navigate(`/claims/${id}/show`);
  };
  useHotkeys('j, right', () => go(queue.next), [queue.next]);
  useHotkeys('k, left', () => go(queue.previous), [queue.previous]);
  useHotkeys('c', () => void navigate(comparePath({ left: claim, right: null })), [claim]);
  useHotkeys('l', () => void navigate('/claims'));
  useHotkeys('?', () => setHelping(true), { useKey: true });
  return (
    <Dialog open={helping} onClose={() => setHelping(false)} aria-labelledby="keyboard-title">
      <DialogTitle id="keyboard-title">{texts.keyboard}</DialogTitle>
      <DialogContent>
        {Object.values(texts.keyboardHelp).map((line) => (
          <Typography key={line} sx={{ whiteSpace: 'pre-wrap' }}>
            {line}
          </Typography>
        ))}
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={() => setHelping(false)}>
          {texts.close}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
