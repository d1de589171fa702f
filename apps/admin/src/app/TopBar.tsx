import { Box, ListItemIcon, ListItemText, MenuItem, Typography } from '@mui/material';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import {
  AppBar,
  LoadingIndicator,
  LocalesMenuButton,
  Logout,
  ToggleThemeButton,
  UserMenu,
  useUserMenu,
} from 'react-admin';
import { Link } from 'react-router';
import { accountMessages } from '../account/messages.js';
import { useUser } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { SearchButton } from '../search/SearchButton.js';
import { uiMessages } from '../ui/ui-messages.js';
import { appMessages } from './app-messages.js';
import { Seal } from './Seal.js';

export function TopBar() {
  const texts = useMessages(appMessages);
  return (
    <AppBar toolbar={<Tools />} userMenu={<AccountMenu />}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, flex: 1, minWidth: 0 }}>
        <Seal size={26} />
        <Typography
          component="span"
          noWrap
          // A phone has room for the seal alone.
          sx={{ display: { xs: 'none', sm: 'block' }, fontWeight: 700, letterSpacing: '0.06em' }}
        >
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
      <SearchButton />
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
  const { listed } = useMessages(uiMessages);
  if (!user) return null;
  const parts = [user.division.name, user.department, listed(user.roles.map((role) => roles[role]))];
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

function AccountMenu() {
  const { title } = useMessages(accountMessages);
  const user = useUser();
  return (
    // Who speaks to the browser says what he sees there, which is the name.
    <UserMenu label={user === null ? title : `${user.displayName} ${title}`}>
      <AccountItem />
      <Logout />
    </UserMenu>
  );
}

function AccountItem() {
  const { title } = useMessages(accountMessages);
  const menu = useUserMenu();
  return (
    <MenuItem component={Link} to="/account" onClick={() => menu?.onClose()}>
      <ListItemIcon>
        <PersonOutlined fontSize="small" />
      </ListItemIcon>
      <ListItemText>{title}</ListItemText>
    </MenuItem>
  );
}
