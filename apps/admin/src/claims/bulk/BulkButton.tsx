import PlaylistAddCheck from '@mui/icons-material/PlaylistAddCheck';
import { Button, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { BulkAction } from '../../api/schema/enums.generated.js';
import { useUser } from '../../auth/use-user.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { claimStep, permissionOf } from '../actions/steps.js';
import { BulkDialog } from './BulkDialog.js';
import { bulkMessages } from './messages.js';

/** The steps of one’s own office that can be taken on many claims. */
export function BulkButton({ claims, onClose }: { claims: readonly string[]; onClose?: () => void }) {
  const texts = useMessages(bulkMessages);
  const bilingual = useBilingual();
  const user = useUser();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [action, setAction] = useState<BulkAction | null>(null);
  const own = BulkAction.filter((each) => user?.permissions.includes(permissionOf(each)));
  return (
    <>
      <Button
        size="small"
        variant="contained"
        startIcon={<PlaylistAddCheck />}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {texts.bulk}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {own.map((each) => (
          <MenuItem
            key={each}
            onClick={() => {
              setAnchor(null);
              setAction(each);
            }}
          >
            {bilingual(claimStep(each).name)}
          </MenuItem>
        ))}
      </Menu>
      {action !== null && (
        <BulkDialog
          action={action}
          claims={claims}
          begun={null}
          onClose={() => {
            setAction(null);
            onClose?.();
          }}
        />
      )}
    </>
  );
}
