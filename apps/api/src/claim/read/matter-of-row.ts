import type { Matter } from '../../policy/law/law.js';
import type { ClaimRow } from '../read-model/claim-row.js';

/** What says by which version a listed claim is decided: once it is determined, its row names the version that did it. */
export function matterOfRow({
  measure,
  occurred_on,
  policy_version,
  determined,
}: Pick<ClaimRow, 'measure' | 'occurred_on' | 'policy_version' | 'determined'>): Matter {
  return {
    measure,
    occurredOn: occurred_on,
    policyVersion: policy_version,
    determination: determined === null ? null : { policyVersion: policy_version },
  };
}
