import type { ProcessKind } from '../system/application.js';
import type { Stage } from '../system/stage.js';

/** Faults of one kind, made under load. */
export interface Scenario {
  readonly name: string;
  /** For the report: what is done to whom. */
  readonly says: string;
  readonly processes: readonly ProcessKind[];
  /** Fills the empty database before the first start. */
  readonly prepare?: (ownerUrl: string) => Promise<void>;
  /** One round of faults; ends when the system works again. */
  readonly round: (stage: Stage) => Promise<void>;
}

const BOTH: ProcessKind = { role: 'both' };
const API: ProcessKind = { role: 'api' };
const WORKER: ProcessKind = { role: 'worker' };

/** How processes are set up, as the manual offers it. */
export const LAYOUTS = { one: [BOTH], split: [API, WORKER], doubled: [API, API, WORKER, WORKER] } as const;
