import { Box, Button, Card, Stack, Typography } from '@mui/material';
import { LocalesMenuButton, useLogout } from 'react-admin';
import { appMessages } from '../app/app-messages.js';
import { Seal } from '../app/Seal.js';
import { useMessages } from '../i18n/messages.js';
import { Enrolment } from './Enrolment.js';
import { accountMessages } from './messages.js';
import { PasswordForm } from './PasswordForm.js';

/** Stands in place of the application until its user has done what is demanded of him. */
export function Demand({ demand }: { demand: 'PASSWORD' | 'SECOND_FACTOR' }) {
  const texts = useMessages(accountMessages);
  const { product } = useMessages(appMessages);
  const logout = useLogout();
  const isPassword = demand === 'PASSWORD';
  const title = isPassword ? texts.firstPassword : texts.firstFactor;
  // The application begins anew: what comes next is asked of the server, and so is what comes after that.
  const goOn = () => window.location.reload();
  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2, bgcolor: 'background.default' }}
    >
      <title>{`${title} · ${product}`}</title>
      <Card sx={{ width: '100%', maxWidth: 480, p: { xs: 3, sm: 4 } }}>
        <Stack direction="row" sx={{ alignItems: 'center', gap: 1.5, mb: 2 }}>
          <Seal size={36} />
          <Typography variant="h1" sx={{ flex: 1, fontSize: '1.125rem' }}>
            {title}
          </Typography>
          <LocalesMenuButton />
        </Stack>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
          {isPassword ? texts.firstPasswordHint : texts.firstFactorHint}
        </Typography>
        {isPassword ? <PasswordForm onDone={goOn} /> : <Enrolment enrolled={false} onDone={goOn} />}
        <Button onClick={() => void logout()} sx={{ mt: 2 }}>
          {texts.signOut}
        </Button>
      </Card>
    </Box>
  );
}
