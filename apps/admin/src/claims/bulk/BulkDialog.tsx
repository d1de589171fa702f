import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  LinearProgress,
  Typography,
} from '@mui/material';
import { type SyntheticEvent, useId, useState } from 'react';
import type { BulkAction } from '../../api/schema/enums.generated.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { claimStep } from '../actions/steps.js';
import { type BulkSet, isOver, setMax } from './bulk-set.js';
import { BulkFields, useBulkEntries } from './BulkFields.js';
import { BulkProgress } from './BulkProgress.js';
import { bulkMessages } from './messages.js';
import { RefusedClaims } from './RefusedClaims.js';
import { useBulk } from './use-bulk.js';
import { useBulkStore } from './use-bulk-store.js';

interface BulkDialogProps {
  action: BulkAction;
  claims: readonly string[];
  /** A set that was left unfinished, to be carried on; null for a new one. */
  begun: BulkSet | null;
  onClose: () => void;
}

/** A step on many claims: what is said of all, what would become of each, and then what did, part by part. */
export function BulkDialog({ action, claims, begun, onClose }: BulkDialogProps) {
  const texts = useMessages(bulkMessages);
  const ui = useMessages(uiMessages);
  const bilingual = useBilingual();
  const bulk = useBulk(useBulkStore());
  const entries = useBulkEntries(action);
  const [changed, setChanged] = useState(false);
  const titleId = useId();
  const { name, dialog, isGrave } = claimStep(action);
  const step = bilingual(name);
  const set = bulk.set ?? begun;
  const preview = changed ? null : bulk.preview;
  const isBusy = bulk.isRunning || bulk.looked !== null;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (set !== null) void bulk.carryOn(set);
    else if (preview !== null) void bulk.begin(preview);
    else {
      setChanged(false);
      void bulk.look(action, entries.words, claims);
    }
  };

  return (
    <Dialog open onClose={isBusy ? undefined : onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={titleId}>{texts.title(step, set?.claims.length ?? claims.length)}</DialogTitle>
        <DialogContent>
          {dialog !== null && <DialogContentText sx={{ mb: 1 }}>{bilingual(dialog.says)}</DialogContentText>}
          {claims.length > setMax && <Alert severity="error">{texts.tooMany(setMax)}</Alert>}
          {set === null && (
            <BulkFields action={action} entries={entries} disabled={isBusy} onChange={() => setChanged(true)} />
          )}
          {bulk.looked !== null && (
            <>
              <LinearProgress variant="determinate" value={(bulk.looked.done / bulk.looked.of) * 100} />
              <Typography variant="body2" role="status" sx={{ my: 1 }}>
                {texts.previewing(bulk.looked.done, bulk.looked.of)}
              </Typography>
            </>
          )}
          {set === null && preview !== null && bulk.looked === null && (
            <>
              <Typography sx={{ fontWeight: 600, mt: 1 }} role="status">
                {preview.allowed.length === 0 ? texts.nothing : texts.willBeDone(preview.allowed.length)}
              </Typography>
              {preview.refused.length > 0 && (
                <>
                  <Typography sx={{ fontWeight: 600, mt: 1 }}>{texts.willBeRefused(preview.refused.length)}</Typography>
                  <RefusedClaims refused={preview.refused} />
                </>
              )}
              {preview.allowed.length > 1 && (
                <Typography variant="caption" color="textSecondary">
                  {texts.eachByItself}
                </Typography>
              )}
            </>
          )}
          {set !== null && <BulkProgress set={set} bulk={bulk} />}
          {bulk.problem !== null && (
            <Alert severity="error" sx={{ mt: 1 }}>
              {bulk.problem}
            </Alert>
          )}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          {bulk.isRunning ? (
            <Button onClick={bulk.stop} disabled={bulk.isStopping}>
              {bulk.isStopping ? texts.stopping : texts.stop}
            </Button>
          ) : (
            <Button onClick={onClose}>{set === null ? ui.cancel : texts.close}</Button>
          )}
          {(set === null || !isOver(set)) && (
            <Button
              type="submit"
              variant="contained"
              loading={isBusy}
              disabled={claims.length > setMax || preview?.allowed.length === 0}
              color={isGrave && preview !== null ? 'error' : 'primary'}
            >
              {set !== null
                ? texts.carryOn
                : preview === null
                  ? texts.preview
                  : texts.take(step, preview.allowed.length)}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
