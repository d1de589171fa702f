import { Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, Typography } from '@mui/material';
import { useId } from 'react';
import { type RaRecord, useListContext } from 'react-admin';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { uiMessages } from '../ui/ui-messages.js';
import type { ExportKind } from './export-kind.js';
import { FormatMenu } from './FormatMenu.js';
import { exportMessages } from './messages.js';
import { type ExportState, useExport } from './use-export.js';

/** Exports the list as it is filtered and sorted, all its pages as of one position. */
export function ExportButton<Row extends RaRecord>({ kind }: { kind: ExportKind<Row> }) {
  const texts = useMessages(exportMessages);
  const { state, begin, end } = useExport(kind);
  return (
    <>
      <FormatMenu label={texts.export} onChoose={(format) => void begin(null, format)} />
      <ExportDialog title={texts.title(kind.title)} state={state} onClose={end} />
    </>
  );
}

/** Exports the lines that are selected, also those of other pages. */
export function ExportSelected<Row extends RaRecord>({ kind }: { kind: ExportKind<Row> }) {
  const texts = useMessages(exportMessages);
  const { selectedIds } = useListContext();
  const { state, begin, end } = useExport(kind);
  return (
    <>
      <FormatMenu size="small" label={texts.exportSelected} onChoose={(format) => void begin(selectedIds, format)} />
      <ExportDialog title={texts.title(kind.title)} state={state} onClose={end} />
    </>
  );
}

interface ExportDialogProps {
  title: string;
  state: ExportState;
  onClose: () => void;
}

/** How far it is, or how it ended. */
function ExportDialog({ title, state, onClose }: ExportDialogProps) {
  const texts = useMessages(exportMessages);
  const { cancel } = useMessages(uiMessages);
  const titleId = useId();
  if (state.at === 'rest') return null;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" slotProps={{ paper: { 'aria-labelledby': titleId } }}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <Standing state={state} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button autoFocus onClick={onClose}>
          {state.at === 'reading' ? cancel : texts.close}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Standing({ state }: { state: Exclude<ExportState, { at: 'rest' }> }) {
  const texts = useMessages(exportMessages);
  const shown = (count: number) => count.toLocaleString('en');
  switch (state.at) {
    case 'reading': {
      const says = texts.reading(shown(state.read), shown(state.total));
      const value = state.total === 0 ? 0 : (100 * state.read) / state.total;
      return (
        <>
          <LinearProgress variant="determinate" value={value} aria-label={says} />
          <Typography sx={{ mt: 1 }}>{says}</Typography>
        </>
      );
    }
    case 'done':
      return (
        <>
          <Typography>{texts.done(shown(state.count))}</Typography>
          {state.gone > 0 && <Notice tone="warning" title={texts.gone(shown(state.gone))} />}
        </>
      );
    case 'refused':
      return <Notice tone="warning" title={state.why} />;
  }
}
