export { assertLoginPossible, ensureApplicationLogin, renewApplicationLogin } from './application-login.js';
export { BackupError, type BackupErrorCode } from './backup/backup-error.js';
export type { Manifest } from './backup/parse-manifest.js';
export { checkBackup, restoreBackup, type RestoreOptions } from './backup/restore-backup.js';
export { assertNotUnfinished } from './backup/unfinished.js';
export { writeBackup, type BackupOptions, type Written } from './backup/write-backup.js';
export { ANY_VERSION } from './command.js';
export type {
  AppendCommand,
  AppendResult,
  Guard,
  GuardChange,
  SeenStream,
  StoredCommand,
  StreamAppend,
} from './command.js';
export { openApplicationPool } from './connection.js';
export { copyRows, readCopyColumns, type CopiedRows, type CopyColumn } from './copy-rows.js';
export { DatabaseNotReady, EventStoreError } from './errors.js';
export type { DatabaseNotReadyCode, EventStoreErrorCode } from './errors.js';
export type { Correction, EventContent, JsonObject, JsonValue, NewEvent, RecordedEvent } from './event.js';
export {
  CORRECTION_AGREED,
  CORRECTION_STREAM_PREFIX,
  EVENT_COLUMNS,
  EVENT_COLUMNS_OF_TENANT,
  toRecordedEvent,
  type EventRow,
} from './event-row.js';
export { EventStore } from './event-store.js';
export type { AppendOutcome, EventStoreOptions } from './event-store.js';
export { Gathered } from './gathered.js';
export { Follower } from './follower.js';
export type { BatchHandler, FollowerOptions, FollowerPulse } from './follower.js';
export { AppendListener, AppendTeller } from './news.js';
export { assertMigrated, compareMigrations, migrate, migrationNames, newerDatabase, notMigrated } from './migrate.js';
export { FORMAT, runsBesideLater } from './format.js';
export { asOwner, OWNER_OPTIONS } from './owner.js';
export { followProjection, type ProjectionContext } from './follow-projection.js';
export type { Projection } from './projection.js';
export { ensureProjection, isBuildWanted, rebuild, type BuildProgress } from './rebuild.js';
export { openToCities } from './open-to-cities.js';
export {
  assertRights,
  findWrongLogin,
  findWrongRights,
  isOwner,
  LOG_RIGHTS,
  wrongRights,
  type SchemaRights,
} from './rights.js';
export {
  APPLICATION_ROLE,
  CITY_ROLE,
  ROLES_SETTING,
  TENANT_SETTING,
  THE_CITY_ITSELF,
  type OfficeRule,
  type OfficeRules,
} from './tenant-rows.js';
export { readFollowState, type FollowState, type TenantState } from './follow-state.js';
export type { Heartbeat } from './heartbeat.js';
export { readSetAside, type SetAside, type SetAsideRow } from './set-aside.js';
export { retryOnConflict } from './retry-on-conflict.js';
export type { Upcast, Upcasters } from './upcasters.js';
export { CHECKS, type Check, type Difference, type VerifiedHead } from './verify/difference.js';
export { reckoned } from './verify/reckoned.js';
export { inSnapshot, verifyLog } from './verify/verify-log.js';
export { verifyProjection } from './verify/verify-projection.js';
export type { RememberedHead, TenantVerification } from './verify/verify-tenant.js';
