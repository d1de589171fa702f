import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLogoutIfAccessDenied, useNotify } from 'react-admin';
import { useMessages } from '../i18n/messages.js';
import { apiMessages, errorSentence } from './api-messages.js';
import type { GraphQlClient } from './client.js';
import { useClient } from './ClientProvider.js';
import type { CommandDocument } from './command.js';
import { mayRetry } from './errors.js';
import { snapshotKey } from './query-client.js';
import type { Outcome } from './refusals.js';

const triesMax = 3;

export interface Commands {
  /** Sends a command; null when there was no answer, which the user has then been told. */
  send: <Input, Value>(document: CommandDocument<Input, Value>, input: Input) => Promise<Outcome<Value> | null>;
  sending: boolean;
}

/** Sends commands and then refreshes what is on the screen. */
export function useCommands(): Commands {
  const client = useClient();
  const queries = useQueryClient();
  const notify = useNotify();
  const texts = useMessages(apiMessages);
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  const [sending, setSending] = useState(false);

  const send: Commands['send'] = async (document, input) => {
    setSending(true);
    try {
      const result = await sendPatiently(client, document, input);
      if (result.done) await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== snapshotKey });
      return result;
    } catch (error) {
      if (!(await logoutIfAccessDenied(error))) {
        notify(errorSentence(error, texts), { type: 'error', autoHideDuration: null });
      }
      return null;
    } finally {
      setSending(false);
    }
  };
  return { send, sending };
}

/** Repeats a command whose answer got lost: under its id it takes effect once, and an edit twice is the same edit. */
export async function sendPatiently<Input, Value>(
  client: GraphQlClient,
  document: CommandDocument<Input, Value>,
  input: Input,
): Promise<Outcome<Value>> {
  const variables = document.variablesOf(input);
  for (let tries = 1; ; tries += 1) {
    try {
      return (await client.run(document, variables)).result;
    } catch (error) {
      if (tries === triesMax || !mayRetry(error)) throw error;
    }
  }
}
