import { Button, Stack, Typography } from '@mui/material';
import type { Connection } from '../../api/connection.js';
import { useMessages } from '../../i18n/messages.js';
import { uiMessages } from '../ui-messages.js';

/** Cursors of the pages before this one, and of this one; the first page has none. */
export type Cursors = readonly (string | null)[];
export const FIRST_PAGE: Cursors = [null];

interface CursorPagerProps {
  cursors: Cursors;
  onTurn: (cursors: Cursors) => void;
  page: Pick<Connection<unknown>, 'pageInfo' | 'totalCount' | 'totalIsExact'>;
}

/** Says how many there are in a section of a page, and goes from page to page where not all of them are shown. */
export function CursorPager({ cursors, onTurn, page: { pageInfo, totalCount, totalIsExact } }: CursorPagerProps) {
  const texts = useMessages(uiMessages);
  const total = totalCount.toLocaleString('en');
  return (
    <Stack component="nav" direction="row" sx={{ gap: 1, py: 1, alignItems: 'center' }}>
      <Typography variant="caption" color="textSecondary" sx={{ mr: 'auto' }}>
        {totalIsExact ? texts.inAll(total) : texts.inAllAtLeast(total)}
      </Typography>
      {(cursors.length > 1 || pageInfo.hasNextPage) && (
        <>
          <Button size="small" disabled={cursors.length === 1} onClick={() => onTurn(cursors.slice(0, -1))}>
            {texts.previous}
          </Button>
          <Button
            size="small"
            disabled={!pageInfo.hasNextPage}
            onClick={() => onTurn([...cursors, pageInfo.endCursor])}
          >
            {texts.next}
          </Button>
        </>
      )}
    </Stack>
  );
}
