import { MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { useDocument } from '../api/use-document.js';
import type { RefusedClaim } from '../claims/bulk/bulk-set.js';
import { RefusedClaims } from '../claims/bulk/RefusedClaims.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { formMessages } from '../ui/form-messages.js';
import { RefusalNotice } from '../ui/RefusalNotice.js';
import { gatherClaims, openBatchesDocument, previewBatchDocument } from './documents.js';
import { batchMessages } from './messages.js';

const NEW = '';
/** Claims of one batch; the server takes no more. */
const batchMax = 100;

/** Puts the claims that are selected into a batch, new or open, as far as nothing stands in the way of them. */
export function GatherDialog({ claims, onClose }: { claims: readonly string[]; onClose: () => void }) {
  const texts = useMessages(batchMessages);
  const { required } = useMessages(formMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [batch, setBatch] = useState(NEW);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const open = useDocument(openBatchesDocument, {}).data?.batches.filter(({ allowed }) => allowed) ?? [];
  const isTooMany = claims.length > batchMax;
  const input = { change: 'GATHER' as const, batch: batch === NEW ? null : batch, claims: [...claims] };
  const looked = useDocument(previewBatchDocument, { input }, { enabled: !isTooMany }).data?.previewBatch;
  const items = looked?.items ?? [];
  const blocked = items.flatMap(({ claim, refusal }) =>
    refusal === null ? [] : [{ claim, message: refusal.message }],
  );
  const ready = items.flatMap(({ claim, refusal }) => (refusal === null ? [claim] : []));
  const submit = () => {
    setTried(true);
    if (looked?.refusal !== null || ready.length === 0 || (batch === NEW && name.trim() === '')) return false;
    return send(gatherClaims, {
      ...(batch === NEW ? { name: name.trim(), batch: null } : { batch, name: null }),
      claims: ready,
    });
  };
  const note = isTooMany ? (
    <RefusalNotice refusal={texts.tooMany(batchMax)} />
  ) : looked === undefined ? (
    <Typography variant="body2">{texts.looking}</Typography>
  ) : (
    <>
      <RefusalNotice refusal={looked.refusal && bilingual(looked.refusal.message)} />
      {looked.refusal === null && <Preview ready={ready.length} blocked={blocked} />}
    </>
  );
  return (
    <CommandDialog
      title={texts.gather}
      says={texts.gatherSays}
      note={note}
      confirmLabel={texts.gather}
      sending={sending}
      submit={submit}
      onClose={onClose}
      onDone={(value) => {
        notify(texts.gathered(ready.length, value.name), { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => {
        const problem = tried && name.trim() === '' ? required : problemOf('name');
        return (
          <>
            <TextField
              select
              label={texts.into}
              value={batch}
              onChange={({ target }) => setBatch(target.value)}
              fullWidth
              margin="dense"
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            >
              <MenuItem value={NEW}>{texts.newBatch}</MenuItem>
              {open.map((each) => (
                <MenuItem key={each.id} value={each.id}>
                  {`${each.name} · ${each.measure.clauseId} · ${texts.claimCount(each.size)}`}
                </MenuItem>
              ))}
            </TextField>
            {batch === NEW && (
              <TextField
                label={texts.name}
                value={name}
                onChange={({ target }) => setName(target.value)}
                error={problem !== undefined}
                helperText={problem ?? texts.nameHint}
                fullWidth
                autoFocus
                margin="dense"
              />
            )}
          </>
        );
      }}
    </CommandDialog>
  );
}

/** How many claims are put there, and why the others are not. */
function Preview({ ready, blocked }: { ready: number; blocked: readonly RefusedClaim[] }) {
  const texts = useMessages(batchMessages);
  return (
    <>
      <Typography variant="body2" role="status" sx={{ fontWeight: 600 }}>
        {texts.willGather(ready)}
      </Typography>
      {blocked.length > 0 && (
        <>
          <Typography variant="body2" sx={{ fontWeight: 600, mt: 1 }}>
            {texts.wontGather(blocked.length)}
          </Typography>
          <RefusedClaims refused={blocked} />
        </>
      )}
    </>
  );
}
