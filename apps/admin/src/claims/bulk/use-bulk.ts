import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLogoutIfAccessDenied } from 'react-admin';
import { apiMessages, errorSentence } from '../../api/api-messages.js';
import type { GraphQlClient } from '../../api/client.js';
import { useClient } from '../../api/ClientProvider.js';
import { newCommandId } from '../../api/command-id.js';
import { mayRetry } from '../../api/errors.js';
import { snapshotKey } from '../../api/query-client.js';
import { outcomeOf } from '../../api/refusals.js';
import type { BulkAction } from '../../api/schema/enums.generated.js';
import { useMessages } from '../../i18n/messages.js';
import {
  type BulkSet,
  type BulkStore,
  type BulkWords,
  isOver,
  nextPart,
  partsOf,
  type RefusedClaim,
} from './bulk-set.js';
import { previewBulkDocument, takeBulk } from './documents.js';

const triesMax = 3;

/** What would become of a set. */
export interface Preview {
  readonly action: BulkAction;
  readonly words: BulkWords;
  readonly allowed: BulkSet['claims'];
  readonly refused: readonly RefusedClaim[];
}

export interface Bulk {
  /** How many claims were looked at of how many, while they are. */
  readonly looked: { readonly done: number; readonly of: number } | null;
  readonly preview: Preview | null;
  /** What is done, from the first request on. */
  readonly set: BulkSet | null;
  readonly isRunning: boolean;
  readonly isStopping: boolean;
  /** Why it stands still, where nobody stopped it. */
  readonly problem: string | null;
  look: (action: BulkAction, words: BulkWords, claims: readonly string[]) => Promise<void>;
  /** Does what the preview found can be done. */
  begin: (preview: Preview) => Promise<void>;
  carryOn: (set: BulkSet) => Promise<void>;
  stop: () => void;
}

/** Looks at a set and carries it out, part by part; what is answered is kept in the browser. */
export function useBulk(store: BulkStore): Bulk {
  const client = useClient();
  const queries = useQueryClient();
  const texts = useMessages(apiMessages);
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  const [looked, setLooked] = useState<Bulk['looked']>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [set, setSet] = useState<BulkSet | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [isStopping, setStopping] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const stopper = useRef(new AbortController());

  const failed = async (error: unknown) => {
    if (!(await logoutIfAccessDenied(error))) setProblem(errorSentence(error, texts));
  };

  const look: Bulk['look'] = async (action, words, claims) => {
    setProblem(null);
    try {
      const allowed: BulkSet['claims'] = [];
      const refused: RefusedClaim[] = [];
      for (const part of partsOf(claims)) {
        setLooked({ done: allowed.length + refused.length, of: claims.length });
        const input = { action, ...words, claims: part.map((claim) => ({ claim })) };
        const { previewBulk } = await client.run(previewBulkDocument, { input });
        for (const { claim, refusal, seen } of previewBulk.items) {
          if (refusal === null) allowed.push({ claim, seen });
          else refused.push({ claim, message: refusal.message });
        }
      }
      setPreview({ action, words, allowed, refused });
    } catch (error) {
      await failed(error);
    } finally {
      setLooked(null);
    }
  };

  const carryOn: Bulk['carryOn'] = async (begun) => {
    let current = begun;
    const { signal } = (stopper.current = new AbortController());
    setSet(current);
    setStopping(false);
    setProblem(null);
    setRunning(true);
    store.save(current);
    try {
      while (!isOver(current) && !signal.aborted) {
        current = await sendPart(client, current);
        store.save(current);
        setSet(current);
      }
    } catch (error) {
      await failed(error);
    } finally {
      setRunning(false);
      setStopping(false);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== snapshotKey });
    }
  };

  const begin: Bulk['begin'] = ({ action, words, allowed }) =>
    carryOn({ id: newCommandId(), action, ...words, claims: allowed, answered: 0, refused: [] });

  const stop = () => {
    stopper.current.abort();
    setStopping(true);
  };

  return { looked, preview, set, isRunning, isStopping, problem, look, begin, carryOn, stop };
}

/** The set after its next part: sent again where the answer got lost, since each claim is done once. */
async function sendPart(client: GraphQlClient, set: BulkSet): Promise<BulkSet> {
  const { id, action, reason, opinion, days } = set;
  const claims = [...nextPart(set)];
  const variables = takeBulk.variablesOf({ action, reason, opinion, days, claims }, id);
  for (let tries = 1; ; tries += 1) {
    try {
      const outcome = outcomeOf((await client.run(takeBulk, variables)).result);
      const refused = outcome.done
        ? outcome.value.items.flatMap(({ claim, refusal }) => (refusal ? [{ claim, message: refusal.message }] : []))
        : claims.map(({ claim }) => ({ claim, message: outcome.refusal.message }));
      return { ...set, answered: set.answered + claims.length, refused: [...set.refused, ...refused] };
    } catch (error) {
      if (tries >= triesMax || !mayRetry(error)) throw error;
    }
  }
}
