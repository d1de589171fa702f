export { ensureApplicationLogin, renewApplicationLogin } from './application-login.js';
export { ANY_VERSION } from './command.js';
export type { AppendCommand, AppendResult, Guard, GuardChange, StoredCommand, StreamAppend } from './command.js';
export { openApplicationPool } from './connection.js';
export { EventStoreError } from './errors.js';
export type { EventStoreErrorCode } from './errors.js';
export type { JsonObject, JsonValue, NewEvent, RecordedEvent } from './event.js';
export { EVENT_COLUMNS, toRecordedEvent, type EventRow } from './event-row.js';
export { EventStore } from './event-store.js';
export type { EventStoreOptions } from './event-store.js';
export { Follower } from './follower.js';
export type { BatchHandler, FollowerOptions } from './follower.js';
export { assertMigrated, migrate, newerDatabase, notMigrated } from './migrate.js';
export { asOwner, OWNER_OPTIONS } from './owner.js';
export { followProjection } from './projection.js';
export type { Projection, ProjectionContext } from './projection.js';
export { ensureProjection, rebuild } from './rebuild.js';
export {
  APPLICATION_ROLE,
  assertRights,
  findWrongLogin,
  findWrongRights,
  isOwner,
  LOG_RIGHTS,
  wrongRights,
  type SchemaRights,
} from './rights.js';
export { retryOnConflict } from './retry-on-conflict.js';
export type { Upcast, Upcasters } from './upcasters.js';
