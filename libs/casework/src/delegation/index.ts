export { actingFor, recordedFor, type Acting } from './acting-for.js';
export {
  decideDelegation,
  decideDelegationEnd,
  DELEGATION_DAYS,
  enderRefusal,
  isOfSameOffice,
  type EndDelegation,
  type GiveDelegation,
} from './decide-delegation.js';
export {
  DELEGATION_STANDINGS,
  delegationStanding,
  delegationTo,
  foldDelegations,
  type Delegation,
  type DelegationStanding,
} from './delegation.js';
export type { DelegationEvent } from './delegation-event.js';
