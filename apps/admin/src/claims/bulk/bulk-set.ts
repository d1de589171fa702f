import { z } from 'zod';
import type { Bilingual } from '../../api/fragments.js';
import { BulkAction } from '../../api/schema/enums.generated.js';

/** Claims of one request; the server takes no more. */
export const partSize = 25;
/** Claims of a set. */
export const setMax = 500;

const bilingual = z.object({ zh: z.string(), en: z.string() });

const refusedSchema = z.object({ claim: z.string(), message: bilingual });
/** A claim whose step was refused, or would be, and why. */
export type RefusedClaim = z.infer<typeof refusedSchema>;

const seenClaimSchema = z.object({
  claim: z.string(),
  seen: z.object({ position: z.string(), policyVersion: z.string() }).nullable(),
});
export type SeenClaim = z.infer<typeof seenClaimSchema>;

const bulkSetSchema = z.object({
  /** Its id: each claim's command has one that follows from it. */
  id: z.string(),
  action: z.enum(BulkAction),
  reason: z.string().nullable(),
  opinion: z.string().nullable(),
  days: z.number().nullable(),
  claims: z.array(seenClaimSchema).max(setMax),
  /** Of how many of them, from the first, it is known what became of them. */
  answered: z.number(),
  refused: z.array(refusedSchema),
});
/** A step on many claims, and how far it has come. */
export type BulkSet = z.infer<typeof bulkSetSchema>;

/** What all claims of a set are told. */
export type BulkWords = Pick<BulkSet, 'reason' | 'opinion' | 'days'>;

/** What is sent next. */
export function nextPart({ claims, answered }: BulkSet): readonly SeenClaim[] {
  return claims.slice(answered, answered + partSize);
}

export function isOver({ claims, answered }: BulkSet): boolean {
  return answered >= claims.length;
}

/** Parts of a list, each as long as a request takes. */
export function partsOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / partSize) }, (_, index) =>
    items.slice(index * partSize, (index + 1) * partSize),
  );
}

/** Refusals with one sentence, and the claims that met it; the most frequent first. */
export function byReason(refused: readonly RefusedClaim[]): { message: Bilingual; claims: string[] }[] {
  const groups = new Map<string, { message: Bilingual; claims: string[] }>();
  for (const { claim, message } of refused) {
    const group = groups.get(message.zh) ?? { message, claims: [] };
    group.claims.push(claim);
    groups.set(message.zh, group);
  }
  return [...groups.values()].sort((a, b) => b.claims.length - a.claims.length);
}

/** Where a browser keeps the set that an official has not finished; another official at it does not see it. */
export class BulkStore {
  private readonly key: string;

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    user: string,
  ) {
    this.key = `duixian.bulk.${user}`;
  }

  /** Null where none was left, or what is there cannot be read. */
  load(): BulkSet | null {
    try {
      const parsed = bulkSetSchema.safeParse(JSON.parse(this.storage.getItem(this.key) ?? 'null'));
      return parsed.success && !isOver(parsed.data) ? parsed.data : null;
    } catch {
      return null;
    }
  }

  /** A browser that keeps nothing still carries the set out; only a lost tab cannot be carried on. */
  save(set: BulkSet): void {
    try {
      if (isOver(set)) this.storage.removeItem(this.key);
      else this.storage.setItem(this.key, JSON.stringify(set));
    } catch {
      // The quota of the storage is used up, or it is switched off.
    }
  }

  forget(): void {
    this.storage.removeItem(this.key);
  }
}
