import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { appMessages } from '../app/app-messages.js';
import { useMessages } from '../i18n/messages.js';

interface PageProps {
  /** Heading of the page, and the title of the browser's tab. */
  title: string;
  /** Stands above the heading: where this page belongs. */
  above?: ReactNode;
  /** Stands behind the heading, on its line. */
  beside?: ReactNode;
  /** What can be done here, at the right. */
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, above, beside, actions, children }: PageProps) {
  const { product } = useMessages(appMessages);
  return (
    <Box sx={{ p: { xs: 1.5, sm: 2.5, lg: 3 }, maxWidth: 1640, mx: 'auto', width: '100%' }}>
      <title>{`${title} · ${product}`}</title>
      {above}
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 2 }}>
        <Typography variant="h1" sx={{ minWidth: 0 }}>
          {title}
        </Typography>
        {beside}
        <Box sx={{ flex: 1 }} />
        {actions}
      </Stack>
      {children}
    </Box>
  );
}
