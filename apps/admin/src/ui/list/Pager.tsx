import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import { Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useListContext } from 'react-admin';
import { useMessages } from '../../i18n/messages.js';
import { uiMessages } from '../ui-messages.js';
import { useListMeta } from './use-list-meta.js';

const pageSizes = [10, 25, 50, 100];

/** Goes from page to page of a list that is read by cursors: to the next, and back. */
export function Pager() {
  const { page, perPage, setPage, setPerPage, hasNextPage, data } = useListContext();
  const texts = useMessages(uiMessages);
  const shown = data?.length ?? 0;
  if (shown === 0 && page === 1) return null;
  const before = (page - 1) * perPage;
  return (
    <Stack
      component="nav"
      direction="row"
      sx={{ alignItems: 'center', flexWrap: 'wrap', gap: 1, px: 2, py: 1, borderTop: 1, borderColor: 'divider' }}
    >
      <Typography variant="caption" color="textSecondary" sx={{ mr: 'auto' }}>
        {texts.range(before + Math.min(1, shown), before + shown)} <Total />
      </Typography>
      <TextField
        select
        label={texts.rowsPerPage}
        value={perPage}
        onChange={(event) => setPerPage(Number(event.target.value))}
        sx={{ width: 88 }}
      >
        {pageSizes.map((size) => (
          <MenuItem key={size} value={size}>
            {size}
          </MenuItem>
        ))}
      </TextField>
      <Button startIcon={<ChevronLeft />} disabled={page === 1} onClick={() => setPage(page - 1)}>
        {texts.previous}
      </Button>
      <Button endIcon={<ChevronRight />} disabled={hasNextPage !== true} onClick={() => setPage(page + 1)}>
        {texts.next}
      </Button>
    </Stack>
  );
}

function Total() {
  const meta = useListMeta();
  const texts = useMessages(uiMessages);
  if (!meta) return null;
  const total = meta.total.toLocaleString('en');
  return meta.totalIsExact ? texts.total(total) : texts.totalAtLeast(total);
}
