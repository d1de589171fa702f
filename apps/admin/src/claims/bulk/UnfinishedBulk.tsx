import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../../auth/use-user.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { claimStep } from '../actions/steps.js';
import type { BulkSet } from './bulk-set.js';
import { BulkDialog } from './BulkDialog.js';
import { bulkMessages } from './messages.js';
import { useBulkStore } from './use-bulk-store.js';

/** Offers to carry on with a set that was stopped, or whose tab was closed. */
export function UnfinishedBulk() {
  const texts = useMessages(bulkMessages);
  const bilingual = useBilingual();
  const mayBulk = useMay('CLAIM_BULK');
  const store = useBulkStore();
  const [dropped, setDropped] = useState(false);
  const [carriedOn, setCarriedOn] = useState<BulkSet | null>(null);
  const left = dropped || !mayBulk ? null : store.load();
  return (
    <>
      {left !== null && (
        <Alert
          severity="warning"
          sx={{ mb: 1 }}
          action={
            <>
              <Button size="small" onClick={() => setCarriedOn(left)}>
                {texts.carryOn}
              </Button>
              <Button
                size="small"
                onClick={() => {
                  store.forget();
                  setDropped(true);
                }}
              >
                {texts.drop}
              </Button>
            </>
          }
        >
          {texts.left(bilingual(claimStep(left.action).name), left.claims.length - left.answered)} {texts.leftHint}
        </Alert>
      )}
      {carriedOn !== null && (
        <BulkDialog action={carriedOn.action} claims={[]} begun={carriedOn} onClose={() => setCarriedOn(null)} />
      )}
    </>
  );
}
