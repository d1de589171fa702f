import { useState } from 'react';
import { useCommands } from '../../api/use-command.js';
import { partsOf, type RefusedClaim } from '../bulk/bulk-set.js';
import { assignClaims } from './documents.js';

export interface Assign {
  /** Gives claims to colleagues by their ids, null for the office; null where there was no answer, which the user was told. */
  run: (given: ReadonlyMap<string | null, readonly string[]>) => Promise<readonly RefusedClaim[] | null>;
  sending: boolean;
}

/** Says who looks after claims, in parts of a request each. Said twice, it is as said once. */
export function useAssign(): Assign {
  const { send } = useCommands();
  const [sending, setSending] = useState(false);

  const parts = async (given: Parameters<Assign['run']>[0]): ReturnType<Assign['run']> => {
    const refused: RefusedClaim[] = [];
    for (const [to, all] of given) {
      for (const claims of partsOf(all)) {
        const outcome = await send(assignClaims, { claims, to });
        if (outcome === null) return null;
        const items = outcome.done
          ? outcome.value.items
          : claims.map((claim) => ({ claim, refusal: { message: outcome.refusal.message } }));
        for (const { claim, refusal } of items) if (refusal !== null) refused.push({ claim, message: refusal.message });
      }
    }
    return refused;
  };
  const run: Assign['run'] = async (given) => {
    setSending(true);
    try {
      return await parts(given);
    } finally {
      setSending(false);
    }
  };
  return { run, sending };
}
