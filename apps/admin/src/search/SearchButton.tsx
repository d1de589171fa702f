import Search from '@mui/icons-material/Search';
import { IconButton, Tooltip } from '@mui/material';
import { Suspense, lazy, useEffect, useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { useMessages } from '../i18n/messages.js';
import { searchMessages } from './messages.js';

const load = async () => ({ default: (await import('./SearchDialog.js')).SearchDialog });
/** Fetched after the page, so that it is there when somebody types on at once. */
const SearchDialog = lazy(load);

/** Opens the search, as Ctrl+K does from anywhere, also out of a field. */
export function SearchButton() {
  const texts = useMessages(searchMessages);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => void load(), []);
  useHotkeys('mod+k', () => setOpen(true), { preventDefault: true, enableOnFormTags: true });
  return (
    <>
      <Tooltip title={texts.open}>
        <IconButton
          color="inherit"
          aria-label={texts.search}
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => setOpen(true)}
        >
          <Search />
        </IconButton>
      </Tooltip>
      <Suspense>{isOpen && <SearchDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
