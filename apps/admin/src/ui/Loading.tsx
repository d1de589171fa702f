import { Skeleton, Stack } from '@mui/material';

/** Grey lines where text will stand. */
export function LoadingLines({ lines }: { lines: number }) {
  return (
    <Stack aria-busy sx={{ gap: 1 }}>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} variant="rounded" height={20} width={`${String(92 - ((index * 17) % 40))}%`} />
      ))}
    </Stack>
  );
}
