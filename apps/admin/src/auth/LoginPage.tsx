import { Box, Button, Card, Stack, TextField, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { LocalesMenuButton } from 'react-admin';
import { useLocation } from 'react-router';
import { appMessages } from '../app/app-messages.js';
import { Seal } from '../app/Seal.js';
import { useMessages } from '../i18n/messages.js';
import { ActivationForm } from './ActivationForm.js';
import { DemoAccounts } from './DemoAccounts.js';
import { identityMessages, problemIn } from './identity-messages.js';
import { loginMessages } from './login-messages.js';
import { Problem } from './Problem.js';
import { SecondFactorAsked, SignInLapsed } from './second-step.js';
import { usePublicInfo } from './use-public-info.js';
import { useStep } from './use-step.js';

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
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const { problems } = useMessages(identityMessages);
  const { hash, search } = useLocation();
  // The identity provider vouched for him, and his second factor is asked for here.
  const [ticket, setTicket] = useState<string | null>(() => new URLSearchParams(hash.slice(1)).get('ticket'));
  const [lapsed, setLapsed] = useState<string | null>(null);
  const [failed, setFailed] = useState(true);
  const [activating, setActivating] = useState(false);
  useEffect(() => {
    // Neither is for the history, or for a second look.
    if (hash !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [hash]);
  const first = useStep((error) => {
    if (!(error instanceof SecondFactorAsked)) return false;
    setTicket(error.ticket);
    return true;
  });

  if (ticket !== null) {
    return (
      <SecondStep
        ticket={ticket}
        onBack={(why) => {
          setTicket(null);
          setPassword('');
          setActivating(false);
          setLapsed(why);
        }}
      />
    );
  }
  if (activating) return <ActivationForm onSecondFactor={setTicket} onBack={() => setActivating(false)} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setLapsed(null);
        setFailed(false);
        void first.send({ username: username.trim(), password });
      }}
    >
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
      <Problem problem={first.problem ?? lapsed ?? (failed ? problemIn(search, problems) : null)} />
      <Button type="submit" variant="contained" size="large" fullWidth loading={first.sending} sx={{ mt: 2 }}>
        {texts.logIn}
      </Button>
      <ProviderButton />
      <Button fullWidth onClick={() => setActivating(true)} sx={{ mt: 1 }}>
        {texts.toActivation}
      </Button>
      <DemoAccounts onChoose={setUsername} />
    </form>
  );
}

/** The way to the identity provider, where there is one. */
function ProviderButton() {
  const texts = useMessages(identityMessages);
  const name = usePublicInfo()?.identityProvider ?? null;
  if (name === null) return null;
  return (
    <Button href="/oidc/start" variant="outlined" size="large" fullWidth sx={{ mt: 1 }}>
      {texts.signIn(name)}
    </Button>
  );
}

interface SecondStepProps {
  ticket: string;
  /** Leads to the first step again, with a sentence if it was not asked for. */
  onBack: (why: string | null) => void;
}

/** A code of the authenticator, or a recovery code. */
function SecondStep({ ticket, onBack }: SecondStepProps) {
  const texts = useMessages(loginMessages);
  const [code, setCode] = useState('');
  const { send, sending, problem } = useStep((error) => {
    if (!(error instanceof SignInLapsed)) return false;
    onBack(error.message);
    return true;
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send({ ticket, code });
      }}
    >
      <TextField
        label={texts.code}
        helperText={texts.codeHint}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        autoComplete="one-time-code"
        autoFocus
        required
        fullWidth
        margin="dense"
      />
      <Problem problem={problem} />
      <Button type="submit" variant="contained" size="large" fullWidth loading={sending} sx={{ mt: 2 }}>
        {texts.confirm}
      </Button>
      <Button fullWidth onClick={() => onBack(null)} sx={{ mt: 1 }}>
        {texts.back}
      </Button>
    </form>
  );
}
