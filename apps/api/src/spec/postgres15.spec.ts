import { hasPostgres15 } from '@duixian/testing/postgres15';
import { describe } from '@jest/globals';

/** `describe` for specs that need a PostgreSQL 15; they count as skipped, with this name, where there is none. */
export const describePostgres15: typeof describe.skip = hasPostgres15 ? describe : describe.skip;
