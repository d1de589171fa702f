import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLogoutIfAccessDenied, useNotify } from 'react-admin';
import { apiMessages, errorSentence } from '../../api/api-messages.js';
import { useClient } from '../../api/ClientProvider.js';
import { CommandIds } from '../../api/command-id.js';
import { snapshotKey } from '../../api/query-client.js';
import { sendPatiently } from '../../api/send-patiently.js';
import { useMessages } from '../../i18n/messages.js';
import { partsOf, type RefusedClaim } from '../bulk/bulk-set.js';
import { assignClaims } from './documents.js';

export interface Assign {
  /** Gives claims to colleagues by their ids, null for the office; null where there was no answer, which the user was told. */
  run: (given: ReadonlyMap<string | null, readonly string[]>) => Promise<readonly RefusedClaim[] | null>;
  sending: boolean;
}

/** Says who looks after claims, in parts of a request each. Said twice, it is as said once. */
export function useAssign(): Assign {
  const client = useClient();
  const queries = useQueryClient();
  const notify = useNotify();
  const texts = useMessages(apiMessages);
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  const [sending, setSending] = useState(false);

  const run: Assign['run'] = async (given) => {
    setSending(true);
    try {
      const refused: RefusedClaim[] = [];
      for (const [to, all] of given) {
        for (const claims of partsOf(all)) {
          const outcome = await sendPatiently(client, assignClaims, { claims, to }, new CommandIds());
          if (!outcome.done) refused.push(...claims.map((claim) => ({ claim, message: outcome.refusal.message })));
          else
            refused.push(
              ...outcome.value.items.flatMap(({ claim, refusal }) =>
                refusal === null ? [] : [{ claim, message: refusal.message }],
              ),
            );
        }
      }
      return refused;
    } catch (error) {
      if (!(await logoutIfAccessDenied(error))) {
        notify(errorSentence(error, texts), { type: 'error', autoHideDuration: null });
      }
      return null;
    } finally {
      setSending(false);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== snapshotKey });
    }
  };
  return { run, sending };
}
