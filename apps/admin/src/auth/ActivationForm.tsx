import { Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useMessages } from '../i18n/messages.js';
import { loginMessages } from './login-messages.js';
import { Problem } from './Problem.js';
import { SecondFactorAsked } from './second-step.js';
import { useStep } from './use-step.js';

interface ActivationFormProps {
  /** The password is chosen, and a code of the second factor is asked for. */
  onSecondFactor: (ticket: string) => void;
  onBack: () => void;
}

/** The first sign-in, or the one after a reset: both halves of the activation code, and a password of one's own. */
export function ActivationForm({ onSecondFactor, onBack }: ActivationFormProps) {
  const texts = useMessages(loginMessages);
  const [entries, setEntries] = useState({ username: '', firstHalf: '', secondHalf: '', newPassword: '', repeat: '' });
  const [differs, setDiffers] = useState(false);
  const { send, sending, problem } = useStep((error) => {
    if (!(error instanceof SecondFactorAsked)) return false;
    onSecondFactor(error.ticket);
    return true;
  });
  const field = (name: keyof typeof entries) => ({
    label: texts[name],
    value: entries[name],
    onChange: (event: { target: { value: string } }) => setEntries({ ...entries, [name]: event.target.value }),
    required: true,
    fullWidth: true,
    margin: 'dense' as const,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { repeat, username, ...stated } = entries;
        setDiffers(repeat !== stated.newPassword);
        if (repeat === stated.newPassword) void send({ ...stated, username: username.trim() });
      }}
    >
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {texts.activationHint}
      </Typography>
      <TextField {...field('username')} autoComplete="username" autoFocus />
      <TextField {...field('firstHalf')} placeholder="XXXX-XXXX-XXXX-XXXX" autoComplete="off" />
      <TextField {...field('secondHalf')} placeholder="XXXX-XXXX-XXXX-XXXX" autoComplete="off" />
      <TextField
        {...field('newPassword')}
        helperText={texts.newPasswordHint}
        type="password"
        autoComplete="new-password"
      />
      <TextField
        {...field('repeat')}
        type="password"
        autoComplete="new-password"
        error={differs}
        helperText={differs ? texts.differs : undefined}
      />
      <Problem problem={problem} />
      <Button type="submit" variant="contained" size="large" fullWidth loading={sending} sx={{ mt: 2 }}>
        {texts.activate}
      </Button>
      <Button fullWidth onClick={onBack} sx={{ mt: 1 }}>
        {texts.toLogin}
      </Button>
    </form>
  );
}
