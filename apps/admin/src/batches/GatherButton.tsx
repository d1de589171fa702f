import Layers from '@mui/icons-material/LayersOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { GatherDialog } from './GatherDialog.js';
import { batchMessages } from './messages.js';

/** Offers to put what is selected into a batch, to whoever may. */
export function GatherButton({ claims, onClose }: { claims: readonly string[]; onClose: () => void }) {
  const { gather } = useMessages(batchMessages);
  const may = useMay('BATCH_CHANGE');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button size="small" startIcon={<Layers />} onClick={() => setOpen(true)}>
        {gather}
      </Button>
      {open && (
        <GatherDialog
          claims={claims}
          onClose={() => {
            setOpen(false);
            onClose();
          }}
        />
      )}
    </>
  );
}
