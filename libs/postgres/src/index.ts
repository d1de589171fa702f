export { databaseUrl, ensureDatabase, ensureRole, urlAs, withClient } from './databases.js';
export { reachEmbedded, startEmbedded, type EmbeddedOptions, type EmbeddedServer } from './embedded-server.js';
export { PostgresError, type PostgresErrorCode } from './errors.js';
