import { Skeleton, Stack } from '@mui/material';

export function LoadingRows({ rows }: { rows: number }) {
  return (
    <Stack aria-busy sx={{ gap: 1.25, px: 2, py: 1.5 }}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} variant="rounded" height={28} />
      ))}
    </Stack>
  );
}
