import History from '@mui/icons-material/History';
import { Button, Popover, Stack, TextField } from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { useMessages } from '../i18n/messages.js';
import { useAsOf } from './AsOfProvider.js';
import { asOfMessages } from './messages.js';

/** Says at which position of the log the page stands, and offers to look at another one. */
export function AsOfControl({ position }: { position: string }) {
  const texts = useMessages(asOfMessages);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        size="small"
        color="inherit"
        startIcon={<History />}
        title={texts.change}
        aria-haspopup="dialog"
        sx={{ color: 'text.secondary', fontWeight: 400 }}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {texts.position(position)}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': texts.change } }}
      >
        <AsOfForm position={position} onDone={() => setAnchor(null)} />
      </Popover>
    </>
  );
}

/** One of the two is stated: what is typed last clears the other. */
function AsOfForm({ position, onDone }: { position: string; onDone: () => void }) {
  const texts = useMessages(asOfMessages);
  const { asOf, lookAt } = useAsOf();
  const [moment, setMoment] = useState(asOf !== null && 'moment' in asOf ? asOf.moment : '');
  const [number, setNumber] = useState(moment === '' ? position : '');
  const stated = moment === '' ? number : withSeconds(moment);
  const look = (event: SyntheticEvent) => {
    event.preventDefault();
    lookAt(stated);
    onDone();
  };
  return (
    <Stack component="form" onSubmit={look} sx={{ gap: 1.5, p: 2, width: 300, maxWidth: '100%' }}>
      <TextField
        label={texts.moment}
        helperText={texts.momentHint}
        type="datetime-local"
        value={moment}
        onChange={(event) => {
          setMoment(event.target.value);
          setNumber('');
        }}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { step: 1 } }}
      />
      <TextField
        label={texts.number}
        value={number}
        onChange={(event) => {
          setNumber(event.target.value.replaceAll(/\D/g, ''));
          setMoment('');
        }}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
      <Stack direction="row" sx={{ gap: 1, justifyContent: 'flex-end' }}>
        {asOf !== null && (
          <Button
            onClick={() => {
              lookAt(null);
              onDone();
            }}
          >
            {texts.back}
          </Button>
        )}
        <Button type="submit" variant="contained" disabled={stated === ''}>
          {texts.look}
        </Button>
      </Stack>
    </Stack>
  );
}

/** Browsers leave out the seconds of a full minute. */
function withSeconds(moment: string): string {
  return /T\d{2}:\d{2}$/.test(moment) ? `${moment}:00` : moment;
}
