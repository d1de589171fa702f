import type { AppendResult } from './command.js';
import { EventStoreError } from './errors.js';

type Conflict = Extract<AppendResult, { outcome: 'stream-conflict' | 'guard-conflict' | 'ceiling-refused' }>;
type CeilingRefused = Extract<AppendResult, { outcome: 'ceiling-refused' }>;

const CONFLICTS: ReadonlySet<string> = new Set<Conflict['outcome']>([
  'stream-conflict',
  'guard-conflict',
  'ceiling-refused',
]);

function isConflict(result: { readonly outcome: string } | Conflict): result is Conflict {
  return CONFLICTS.has(result.outcome);
}

/**
 * Decides again, on fresh state, what met a conflict. `decide` loads the state, decides and appends; it answers with
 * the AppendResult, or with a refusal of its own under another `outcome`, which is never retried.
 *
 * A ceiling that refuses means that the decider saw more room than there was: fresh state shows it the right room, so
 * it is decided again too. Only a decider that asks each time for more than a ceiling leaves of which nothing changes
 * meanwhile is broken: otherwise others were faster.
 *
 * @param options.attempts at least 1; the first try counts.
 * @throws EventStoreError `CONFLICT_PERSISTS` or `CEILING_UNSEEN` when the last attempt met a conflict as well.
 */
export async function retryOnConflict<Settled extends { readonly outcome: string }>(
  decide: () => Promise<Settled | Conflict>,
  options: { readonly attempts: number },
): Promise<Settled> {
  const met: Conflict[] = [];
  for (let attempt = 1; ; attempt++) {
    const result = await decide();
    if (!isConflict(result)) return result;
    met.push(result);
    if (attempt >= options.attempts) throw persistent(result, met);
  }
}

function persistent(conflict: Conflict, met: readonly Conflict[]): EventStoreError {
  const attempts = met.length;
  switch (conflict.outcome) {
    case 'ceiling-refused':
      if (met.some((earlier) => !isSameRefusal(earlier, conflict))) return conflictPersists(conflict.account, attempts);
      return new EventStoreError(
        'CEILING_UNSEEN',
        `${attempts} decisions asked for ${conflict.asked} of ${conflict.account}, whose ceiling is ` +
          `${conflict.ceiling} with ${conflict.used} used: let the decider read this guard.`,
        conflict.account,
      );
    case 'guard-conflict':
      return conflictPersists(conflict.account, attempts);
    case 'stream-conflict':
      return conflictPersists(conflict.stream, attempts);
  }
}

function isSameRefusal(one: Conflict, other: CeilingRefused): boolean {
  return one.outcome === 'ceiling-refused' && one.account === other.account && one.used === other.used;
}

function conflictPersists(subject: string, attempts: number): EventStoreError {
  return new EventStoreError(
    'CONFLICT_PERSISTS',
    `${subject} changed under each of ${attempts} decisions: send the command again in a moment.`,
    subject,
  );
}
