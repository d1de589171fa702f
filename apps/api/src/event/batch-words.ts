import type { BatchEvent, ClaimEvent } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import type { DomainEvent } from '@duixian/treasury';
import { say } from '../policy/describe/words.js';

/** What the field calls what happens to batches. */
export const BATCH_NAMES: Readonly<Record<BatchEvent['type'], Bilingual>> = {
  ClaimsGathered: say('合批', 'Claims put into a batch'),
  BatchSplit: say('拆出', 'Claims split out of a batch'),
  BatchMinuted: say('整批集体研究', 'Batch decided on'),
};

type OfClaim = Extract<ClaimEvent, { type: 'ClaimBatched' | 'ClaimSplitOut' | 'ClaimMinuted' }>;

const OF_CLAIM: ReadonlySet<string> = new Set<OfClaim['type']>(['ClaimBatched', 'ClaimSplitOut', 'ClaimMinuted']);

export function isOfBatches(event: DomainEvent): event is BatchEvent | OfClaim {
  return Object.hasOwn(BATCH_NAMES, event.type) || OF_CLAIM.has(event.type);
}

/** Which batch, how many claims of it, and why or by which minutes. */
export function batchWords(event: BatchEvent | OfClaim): Bilingual {
  const { name } = event.data.batch;
  switch (event.type) {
    case 'ClaimBatched':
      return say(`合入“${name}”`, `Into ‘${name}’`);
    case 'ClaimSplitOut':
      return say(`拆出“${name}”：${event.data.reason}`, `Out of ‘${name}’: ${event.data.reason}`);
    case 'ClaimMinuted': {
      const { number, on } = event.data.paper;
      return say(`“${name}”，${on}，${number}`, `‘${name}’ on ${on}, ${number}`);
    }
    case 'ClaimsGathered': {
      const { claims } = event.data;
      return say(`“${name}”合入${claims.length}件`, `${claims.length} into ‘${name}’`);
    }
    case 'BatchSplit': {
      const { claims, reason } = event.data;
      return say(`“${name}”拆出${claims.join('、')}：${reason}`, `${claims.join(', ')} out of ‘${name}’: ${reason}`);
    }
    case 'BatchMinuted': {
      const { claims, paper } = event.data;
      return say(
        `“${name}”${claims.length}件，${paper.on}，${paper.number}`,
        `${claims.length} of ‘${name}’ on ${paper.on}, ${paper.number}`,
      );
    }
  }
}
