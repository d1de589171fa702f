import { partiesNamedOn, type ClaimMatter, type Evidence, type Recusal } from '@duixian/casework';

/** Where that is found which the document's own events do not say. */
export interface HolderSources {
  /** Null where there is no such claim. */
  readonly matterOf: (claim: string) => Promise<ClaimMatter | null>;
  readonly predecessorsOf: (uscc: string) => Promise<readonly string[]>;
  /** The present name of an enterprise, by one that it had before. */
  readonly presentNamesOf: (names: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/**
 * A document as a claim of the enterprise sees it: what an earlier event does not say of another claim is in that one's
 * own record, claims of those in whose place the enterprise goes on count as its own, as their grants do, and parties of a
 * contract go by their present names.
 */
export async function seenBy<Seen extends Evidence>(
  uscc: string,
  evidence: Seen,
  sources: HolderSources,
): Promise<Seen> {
  const isAlone = evidence.holders.every((holder) => holder.uscc === uscc);
  const own = isAlone ? new Set([uscc]) : await lineageOf(uscc, sources);
  const holders = evidence.holders.map(async (holder) => ({
    ...holder,
    uscc: own.has(holder.uscc) ? uscc : holder.uscc,
    matter: holder.matter ?? (await sources.matterOf(holder.claim)),
  }));
  const named = partiesNamedOn(evidence);
  const presentNames = named.length === 0 ? new Map<string, string>() : await sources.presentNamesOf(named);
  return { ...evidence, holders: await Promise.all(holders), presentNames };
}

/** The enterprise and all before it, each once. */
export function lineageOf(
  uscc: string,
  { predecessorsOf }: Pick<HolderSources, 'predecessorsOf'>,
): Promise<ReadonlySet<string>> {
  return reachedFrom(uscc, predecessorsOf);
}

/** Recusals with those in whose place their enterprises go on, and with those in theirs. */
export function withOnward(
  recusals: readonly Recusal[],
  successorsOf: (uscc: string) => Promise<readonly string[]>,
): Promise<readonly Recusal[]> {
  return Promise.all(
    recusals.map(async (each) => {
      if (each.uscc === null || each.lifted) return each;
      return { ...each, onward: [...(await reachedFrom(each.uscc, successorsOf))].slice(1) };
    }),
  );
}

/** The code first. */
async function reachedFrom(
  uscc: string,
  nextOf: (uscc: string) => Promise<readonly string[]>,
): Promise<ReadonlySet<string>> {
  const found = new Set([uscc]);
  // A set is walked through to its end, with what is added on the way.
  for (const each of found) for (const next of await nextOf(each)) found.add(next);
  return found;
}
