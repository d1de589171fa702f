import { Box, Typography } from '@mui/material';
import { AppBar, LoadingIndicator, LocalesMenuButton, ToggleThemeButton } from 'react-admin';
import { useUser } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { appMessages } from './app-messages.js';
import { Seal } from './Seal.js';

export function TopBar() {
  const texts = useMessages(appMessages);
  return (
    <AppBar toolbar={<Tools />}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, flex: 1, minWidth: 0 }}>
        <Seal size={26} />
        <Typography component="span" sx={{ fontWeight: 700, letterSpacing: '0.06em', whiteSpace: 'nowrap' }}>
          {texts.product}
        </Typography>
        <Office />
      </Box>
    </AppBar>
  );
}

function Tools() {
  return (
    <>
      <LocalesMenuButton />
      <ToggleThemeButton />
      <LoadingIndicator />
    </>
  );
}

/** For which office the user acts: what he may do on this screen depends on it. */
function Office() {
  const user = useUser();
  const { roles } = useMessages(appMessages);
  if (!user) return null;
  const parts = [user.division.name, user.department, user.roles.map((role) => roles[role]).join('、')];
  return (
    <Typography
      component="span"
      variant="body2"
      noWrap
      sx={{ display: { xs: 'none', sm: 'block' }, opacity: 0.82, ml: 1, pl: 1.5, borderLeft: '1px solid', minWidth: 0 }}
    >
      {parts.filter((part) => part !== null && part !== '').join(' · ')}
    </Typography>
  );
}
