import { useState } from 'react';
import { useLogin } from 'react-admin';
import { apiMessages, errorSentence } from '../api/api-messages.js';
import { ApiError } from '../api/errors.js';
import { useMessages } from '../i18n/messages.js';

interface Step {
  /** Resolves once it is answered: the application has changed the page then, or there is a problem. */
  send: (stated: object) => Promise<void>;
  sending: boolean;
  /** Why the last one led nowhere. */
  problem: string | null;
}

/** One step of signing in. @param handled says whether it dealt with the error itself. */
export function useStep(handled: (error: unknown) => boolean): Step {
  const api = useMessages(apiMessages);
  const login = useLogin();
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const send = async (stated: object) => {
    setSending(true);
    setProblem(null);
    try {
      await login(stated);
    } catch (error) {
      if (handled(error)) return;
      // A refusal of the login is a sentence for the person; anything else is trouble with the server.
      setProblem(error instanceof Error && !(error instanceof ApiError) ? error.message : errorSentence(error, api));
    } finally {
      setSending(false);
    }
  };
  return { send, sending, problem };
}
