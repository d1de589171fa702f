import KeyboardArrowLeft from '@mui/icons-material/KeyboardArrowLeft';
import KeyboardArrowRight from '@mui/icons-material/KeyboardArrowRight';
import { Button, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { claimPageMessages } from '../page/messages.js';
import type { Queue } from './place.js';

/** Back to the list, and on to the claim before or after. */
export function QueueBar({ queue }: { queue: Queue }) {
  const texts = useMessages(claimPageMessages);
  return (
    <Stack component="nav" direction="row" sx={{ alignItems: 'center', gap: 0.5, mb: 1 }}>
      <Button size="small" component={Link} to="/claims" startIcon={<KeyboardArrowLeft />}>
        {texts.toList}
      </Button>
      {queue.position !== null && (
        <>
          <Typography variant="caption" color="textSecondary" sx={{ ml: 'auto' }}>
            {texts.place(queue.position, queue.length)}
          </Typography>
          <Step to={queue.previous} label={texts.previous} icon={<KeyboardArrowLeft />} />
          <Step to={queue.next} label={texts.next} icon={<KeyboardArrowRight />} />
        </>
      )}
    </Stack>
  );
}

function Step({ to, label, icon }: { to: string | null; label: string; icon: ReactNode }) {
  return (
    <Tooltip title={label}>
      <span>
        {to === null ? (
          <IconButton size="small" disabled aria-label={label}>
            {icon}
          </IconButton>
        ) : (
          <IconButton size="small" component={Link} to={`/claims/${to}/show`} aria-label={label}>
            {icon}
          </IconButton>
        )}
      </span>
    </Tooltip>
  );
}
