import { Button, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { type RaRecord, useListContext } from 'react-admin';
import { ExportSelected } from '../../export/ExportButton.js';
import type { ExportKind } from '../../export/export-kind.js';
import { useMessages } from '../../i18n/messages.js';
import { uiMessages } from '../ui-messages.js';

interface SelectionBarProps<Row> {
  exported: ExportKind<Row>;
  /** What else can be done with the selected lines. */
  children?: ReactNode;
}

/** How many lines are selected, on all pages of the list, and what can be done with them. */
export function SelectionBar<Row extends RaRecord>({ exported, children }: SelectionBarProps<Row>) {
  const texts = useMessages(uiMessages);
  const { selectedIds, onUnselectItems } = useListContext();
  if (selectedIds.length === 0) return null;
  return (
    <Stack
      direction="row"
      sx={{ gap: 1, px: 2, py: 1, alignItems: 'center', flexWrap: 'wrap', bgcolor: 'primary.light' }}
    >
      <Typography variant="body2" role="status" sx={{ mr: 1 }}>
        {texts.selected(selectedIds.length)}
      </Typography>
      {children}
      <ExportSelected kind={exported} />
      <Button size="small" onClick={() => onUnselectItems()}>
        {texts.unselect}
      </Button>
    </Stack>
  );
}
