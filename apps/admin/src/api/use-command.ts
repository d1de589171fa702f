import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLogoutIfAccessDenied, useNotify } from 'react-admin';
import { useMessages } from '../i18n/messages.js';
import { apiMessages, errorSentence } from './api-messages.js';
import { useClient } from './ClientProvider.js';
import { CommandIds } from './command-id.js';
import type { CommandDocument } from './command.js';
import { snapshotKey } from './query-client.js';
import type { Outcome } from './refusals.js';
import { sendPatiently } from './send-patiently.js';
import { announceRecorded } from './tabs.js';

export interface Commands {
  /**
   * Sends a command; null when there was no answer, which the user has then been told.
   *
   * @param ids of what is sent beside others of its kind; those of the form where they are left out.
   */
  send: <Input, Value>(
    document: CommandDocument<Input, Value>,
    input: Input,
    ids?: CommandIds,
  ) => Promise<Outcome<Value> | null>;
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
  const own = useRef(new CommandIds());

  const send: Commands['send'] = async (document, input, ids = own.current) => {
    setSending(true);
    try {
      const result = await sendPatiently(client, document, input, ids);
      if (result.done) {
        announceRecorded();
        await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== snapshotKey });
      }
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
