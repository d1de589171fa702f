import { Box, Button, Card, Stack, TextField, Typography } from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { LocalesMenuButton, useLogin } from 'react-admin';
import { apiMessages, errorSentence } from '../api/api-messages.js';
import { ApiError } from '../api/errors.js';
import { appMessages } from '../app/app-messages.js';
import { Seal } from '../app/Seal.js';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { DemoAccounts } from './DemoAccounts.js';
import { loginMessages } from './login-messages.js';

/** Who are you; afterwards back to the page that was asked for. */
export function LoginPage() {
  const { productLong } = useMessages(appMessages);
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100vh',
        display: 'grid',
        placeItems: 'center',
        p: 2,
        bgcolor: 'background.default',
        borderTop: '4px solid #b23a2e',
      }}
    >
      <title>{productLong}</title>
      <Card sx={{ width: '100%', maxWidth: 400, p: { xs: 3, sm: 4 } }}>
        <Stack direction="row" sx={{ alignItems: 'center', gap: 1.5, mb: 3 }}>
          <Seal size={36} />
          <Typography variant="h1" sx={{ flex: 1, fontSize: '1.125rem' }}>
            {productLong}
          </Typography>
          <LocalesMenuButton />
        </Stack>
        <Credentials />
      </Card>
    </Box>
  );
}

function Credentials() {
  const texts = useMessages(loginMessages);
  const api = useMessages(apiMessages);
  const login = useLogin();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setSending(true);
    setProblem(null);
    try {
      await login({ username: username.trim(), password });
    } catch (error) {
      // A refusal of the login is a sentence for the person; anything else is trouble with the server.
      setProblem(error instanceof Error && !(error instanceof ApiError) ? error.message : errorSentence(error, api));
    } finally {
      setSending(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextField
        label={texts.username}
        value={username}
        onChange={(event) => setUsername(event.target.value)}
        autoComplete="username"
        autoFocus
        required
        fullWidth
        margin="dense"
      />
      <TextField
        label={texts.password}
        type="password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        autoComplete="current-password"
        required
        fullWidth
        margin="dense"
      />
      {problem !== null && (
        <Box sx={{ mt: 1 }}>
          <Notice tone="error" title={problem} />
        </Box>
      )}
      <Button type="submit" variant="contained" size="large" fullWidth loading={sending} sx={{ mt: 2 }}>
        {texts.logIn}
      </Button>
      <DemoAccounts onChoose={setUsername} />
    </form>
  );
}
