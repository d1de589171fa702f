import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import ViewWeekOutlined from '@mui/icons-material/ViewWeekOutlined';
import { Button, Checkbox, FormControlLabel, IconButton, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useMessages } from '../../../i18n/messages.js';
import { Notice } from '../../Notice.js';
import { PopoverButton } from '../../PopoverButton.js';
import { Density, density, moved } from './arrangement.js';
import { viewMessages } from './messages.js';
import type { ArrangedList } from './use-arrangement.js';

interface ColumnsMenuProps {
  list: ArrangedList;
  columns: readonly { source: string; label: string }[];
}

/** Which columns a table shows, in which order, and how close its lines stand. */
export function ColumnsMenu({ list, columns }: ColumnsMenuProps) {
  const texts = useMessages(viewMessages);
  return (
    <PopoverButton icon={<ViewWeekOutlined />} label={texts.columns} title={texts.columnsTitle}>
      {() => <ColumnsForm list={list} columns={columns} />}
    </PopoverButton>
  );
}

function ColumnsForm({ list, columns }: ColumnsMenuProps) {
  const texts = useMessages(viewMessages);
  const { arrangement, arrange } = list;
  const { shown } = arrangement;
  const labels = new Map(columns.map(({ source, label }) => [source, label]));
  const all = [...shown, ...[...labels.keys()].filter((column) => !shown.includes(column))];
  const toggle = (column: string) => {
    const next = shown.includes(column) ? shown.filter((one) => one !== column) : [...shown, column];
    // A table without a column shows nothing that could be put right.
    if (next.length > 0) arrange({ ...arrangement, shown: next });
  };
  return (
    <Stack sx={{ p: 2, gap: 1, width: 300, maxWidth: '100%' }}>
      {list.isFromLink && (
        <Notice
          tone="info"
          title={texts.fromLink}
          action={
            <Button size="small" sx={{ flexShrink: 0 }} onClick={list.useOwn}>
              {texts.useOwn}
            </Button>
          }
        />
      )}
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {all.map((column) => {
          const label = labels.get(column) ?? column;
          const place = shown.indexOf(column);
          return (
            <Stack key={column} component="li" direction="row" sx={{ alignItems: 'center' }}>
              <FormControlLabel
                sx={{ flex: 1, mr: 0 }}
                control={<Checkbox size="small" checked={place >= 0} onChange={() => toggle(column)} />}
                label={<Typography variant="body2">{label}</Typography>}
              />
              <IconButton
                size="small"
                aria-label={texts.up(label)}
                disabled={place <= 0}
                onClick={() => arrange({ ...arrangement, shown: moved(shown, column, -1) })}
              >
                <ArrowUpward fontSize="small" />
              </IconButton>
              <IconButton
                size="small"
                aria-label={texts.down(label)}
                disabled={place < 0 || place === shown.length - 1}
                onClick={() => arrange({ ...arrangement, shown: moved(shown, column, 1) })}
              >
                <ArrowDownward fontSize="small" />
              </IconButton>
            </Stack>
          );
        })}
      </Stack>
      <TextField
        select
        label={texts.density}
        value={arrangement.density}
        onChange={(event) => arrange({ ...arrangement, density: density.parse(event.target.value) })}
      >
        {Density.map((one) => (
          <MenuItem key={one} value={one}>
            {texts.densities[one]}
          </MenuItem>
        ))}
      </TextField>
      <Button onClick={list.reset}>{texts.reset}</Button>
    </Stack>
  );
}
