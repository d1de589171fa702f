export {
  decideRecusal,
  decideRecusalLift,
  isSuperiorOf,
  lifterRefusal,
  type DeclareRecusal,
  type LiftRecusal,
  type RecusalGrounds,
} from './decide-recusal.js';
export { foldRecusals, recusedFrom, recusedRefusal, type Recusal, type RecusalMatter } from './recusal.js';
export type { RecusalEvent } from './recusal-event.js';
