import { Box, Card, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  /** At the right of the heading. */
  aside?: ReactNode;
  /** For contents that bring their own margins, such as tables. */
  flush?: boolean;
  children: ReactNode;
}

/** One subject on a page: a heading and what belongs to it. */
export function Section({ title, aside, flush = false, children }: SectionProps) {
  const headingId = useId();
  return (
    <Card component="section" aria-labelledby={headingId} sx={{ minWidth: 0 }}>
      <Stack
        direction="row"
        sx={{ alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap', gap: 1, px: 2, pt: 1.5, pb: 1 }}
      >
        <Typography id={headingId} variant="h2">
          {title}
        </Typography>
        {aside}
      </Stack>
      <Box sx={flush ? { overflowX: 'auto' } : { px: 2, pb: 2 }}>{children}</Box>
    </Card>
  );
}
