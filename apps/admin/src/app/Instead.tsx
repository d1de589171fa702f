import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState.js';
import { Page } from '../ui/Page.js';
import { appMessages } from './app-messages.js';
import { useMessages } from '../i18n/messages.js';

/** Stands where a page would, for whom it is not. */
export const AccessDenied = () => <Instead of="access_denied" />;

/** Stands where nothing is. */
export const NotFound = () => <Instead of="not_found" />;

function Instead({ of }: { of: 'access_denied' | 'not_found' }) {
  const translate = useTranslate();
  const { menu } = useMessages(appMessages);
  const title = translate(`ra.page.${of}`);
  return (
    <Page title={title}>
      <EmptyState
        title={title}
        hint={translate(`ra.message.${of}`)}
        action={
          <Button component={Link} to="/">
            {menu.dashboard}
          </Button>
        }
      />
    </Page>
  );
}
