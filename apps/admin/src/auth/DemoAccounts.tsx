import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { appMessages } from '../app/app-messages.js';
import { useMessages } from '../i18n/messages.js';
import { loginMessages } from './login-messages.js';
import { usePublicInfo } from './use-public-info.js';

/** The accounts of a demonstration. Only the API knows whether this is one; without its word nothing is shown. */
export function DemoAccounts({ onChoose }: { onChoose: (username: string) => void }) {
  const texts = useMessages(loginMessages);
  const { roles } = useMessages(appMessages);
  const info = usePublicInfo();
  if (info?.demo !== true) return null;
  return (
    <Box sx={{ mt: 3, pt: 2, borderTop: 1, borderColor: 'divider' }}>
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mb: 1.5 }}>
        {texts.demo}
      </Typography>
      <Autocomplete
        options={info.demoAccounts}
        getOptionKey={(account) => account.username}
        getOptionLabel={(account) => `${account.username} · ${roles[account.role]}`}
        groupBy={(account) => account.username.split('-')[0] ?? ''}
        onChange={(_, account) => account && onChoose(account.username)}
        renderInput={(input) => <TextField {...input} label={texts.demoAccount} />}
      />
    </Box>
  );
}
