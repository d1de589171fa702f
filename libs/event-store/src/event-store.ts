import type pg from 'pg';
import type { AppendCommand, AppendResult, Guard, StoredCommand } from './command.js';
import type { RecordedEvent } from './event.js';
import type { Upcasters } from './upcasters.js';

export interface EventStoreOptions {
  /** How many commands of one tenant go to the database in one call at most. */
  readonly groupSize?: number;
  readonly upcasters?: Upcasters;
}

export declare class EventStore {
  constructor(pool: pg.Pool, options?: EventStoreOptions);
  append(command: AppendCommand): Promise<AppendResult>;
  readStream(
    tenant: string,
    stream: string,
    fromVersion?: number,
  ): Promise<{ version: number; events: RecordedEvent[] }>;
  readGuards(tenant: string, accounts: readonly string[]): Promise<Map<string, Guard>>;
  readCommand(tenant: string, commandId: string): Promise<StoredCommand | null>;
  readAll(tenant: string, afterPosition: bigint, limit: number): Promise<RecordedEvent[]>;
  head(tenant: string): Promise<bigint>;
  tenants(): Promise<string[]>;
  onAppended(listener: (tenant: string) => void): () => void;
}
