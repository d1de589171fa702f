import { Button, Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useLogoutIfAccessDenied, useNotify } from 'react-admin';
import { apiMessages, errorSentence } from '../api/api-messages.js';
import { useClient } from '../api/ClientProvider.js';
import { useMessages } from '../i18n/messages.js';
import { beijingTime } from '../ui/beijing-time.js';
import { Section } from '../ui/Section.js';
import { type OwnSession, endOtherSessionsDocument, endSessionDocument } from './documents.js';
import { accountMessages } from './messages.js';

interface SessionsSectionProps {
  sessions: readonly OwnSession[];
  onDone: () => void;
}

/** Where one is signed in; each can be ended. */
export function SessionsSection({ sessions, onDone }: SessionsSectionProps) {
  const texts = useMessages(accountMessages);
  const { run, sending } = useEnding(onDone);
  const client = useClient();
  const others = sessions.length > 1;
  return (
    <Section
      title={texts.sessions}
      aside={
        others && (
          <Button
            size="small"
            disabled={sending}
            onClick={() => void run(() => client.run(endOtherSessionsDocument, {}))}
          >
            {texts.endOthers}
          </Button>
        )
      }
    >
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {texts.sessionsHint}
      </Typography>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1 }}>
        {sessions.map((session) => (
          <Stack key={session.id} component="li" direction="row" sx={{ gap: 1.5, alignItems: 'center' }}>
            <Stack sx={{ flex: 1, minWidth: 0 }}>
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                {session.agent ?? '—'} {session.current && <Chip size="small" color="success" label={texts.current} />}
              </Typography>
              <Typography variant="caption" color="textSecondary">
                {session.address ?? '—'} · {texts.began} {beijingTime(session.begunAt)} · {texts.used}{' '}
                {beijingTime(session.usedAt)}
              </Typography>
            </Stack>
            {!session.current && (
              <Button
                size="small"
                variant="outlined"
                disabled={sending}
                onClick={() => void run(() => client.run(endSessionDocument, { id: session.id }))}
              >
                {texts.end}
              </Button>
            )}
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}

/** Ends sessions, and says so or why not. */
function useEnding(onDone: () => void) {
  const texts = useMessages(accountMessages);
  const api = useMessages(apiMessages);
  const notify = useNotify();
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  const [sending, setSending] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    setSending(true);
    try {
      await work();
      notify(texts.ended, { type: 'success' });
      onDone();
    } catch (error) {
      if (!(await logoutIfAccessDenied(error))) notify(errorSentence(error, api), { type: 'error' });
    } finally {
      setSending(false);
    }
  };
  return { run, sending };
}
