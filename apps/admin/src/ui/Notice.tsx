import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import WarningAmber from '@mui/icons-material/WarningAmber';
import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface NoticeProps {
  tone: 'info' | 'warning' | 'error';
  title: string;
  /** What can be done about it, at the right. */
  action?: ReactNode;
  children?: ReactNode;
}

const icons = { info: InfoOutlined, warning: WarningAmber, error: ErrorOutlined } as const;

/** Something that must not be overlooked, in words that are as dark as the rest of the page. */
export function Notice({ tone, title, action, children }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <Stack
      direction="row"
      role={tone === 'info' ? 'note' : 'alert'}
      sx={{
        // What can be done stands below where it would leave the words no room.
        flexWrap: 'wrap',
        gap: 1.25,
        px: 2,
        py: 1.25,
        borderRadius: 1,
        bgcolor: `${tone}.light`,
        borderLeft: 4,
        borderColor: `${tone}.main`,
      }}
    >
      <Icon aria-hidden sx={{ color: `${tone}.main`, fontSize: 20, mt: 0.25 }} />
      <Box sx={{ flex: '1 1 10rem', minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: children === undefined ? 500 : 650 }}>
          {title}
        </Typography>
        {children}
      </Box>
      {action}
    </Stack>
  );
}
