import { Button, Popover } from '@mui/material';
import { type ReactNode, useState } from 'react';

interface PopoverButtonProps {
  icon: ReactNode;
  label: string;
  /** What the dialog that it opens is called. */
  title: string;
  /** What stands in the dialog; `close` shuts it. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens a small dialog at its place. */
export function PopoverButton({ icon, label, title, children }: PopoverButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Button startIcon={icon} aria-haspopup="dialog" onClick={({ currentTarget }) => setAnchor(currentTarget)}>
        {label}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': title } }}
      >
        {children(close)}
      </Popover>
    </>
  );
}
