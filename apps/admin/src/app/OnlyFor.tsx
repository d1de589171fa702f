import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Permission } from '../api/schema/enums.generated.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Page } from '../ui/Page.js';
import { appMessages } from './app-messages.js';

/** What not everybody may open, and `pageFor` says for whom it is. */
export type PagePermission = Extract<Permission, keyof (typeof appMessages)['zh']['pageFor']>;

interface OnlyForProps {
  permission: PagePermission;
  children: ReactNode;
}

/** The page for who may open it. Anybody else is told whose it is, and nothing is asked for that would be refused. */
export function OnlyFor({ permission, children }: OnlyForProps) {
  const { menu, notYours, notYoursHint, pageFor } = useMessages(appMessages);
  const may = useMay(permission);
  if (may) return children;
  return (
    <Page title={notYours}>
      <EmptyState
        title={pageFor[permission]}
        hint={notYoursHint}
        action={
          <Button component={Link} to="/">
            {menu.dashboard}
          </Button>
        }
      />
    </Page>
  );
}
