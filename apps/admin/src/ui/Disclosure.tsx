import { Box } from '@mui/material';
import type { ReactNode } from 'react';

interface DisclosureProps {
  label: string;
  /** What is to be read first is read then. */
  onOpen?: () => void;
  children: ReactNode;
}

/** Something that is shown on demand. */
export function Disclosure({ label, onOpen, children }: DisclosureProps) {
  return (
    <Box
      component="details"
      sx={{ mt: 0.5 }}
      onToggle={({ currentTarget }: { currentTarget: HTMLElement }) => {
        if (currentTarget.hasAttribute('open')) onOpen?.();
      }}
    >
      <Box
        component="summary"
        sx={{ cursor: 'pointer', fontSize: '0.8125rem', color: 'primary.main', width: 'fit-content' }}
      >
        {label}
      </Box>
      {children}
    </Box>
  );
}
