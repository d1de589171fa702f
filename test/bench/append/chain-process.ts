import { databaseUrl } from '@duixian/postgres';
import { serveLoads } from './rate-process.js';
import { appendWithoutChain, computeNoLeaves } from './without-chain.js';

/**
 * Guarded appends in a process of its own, with the chain or without it. The arguments are the server's address and
 * `chained`, `today` or `before`, see `Unchained`.
 */
const [adminUrl, way] = process.argv.slice(2);
if (adminUrl === undefined || (way !== 'chained' && way !== 'today' && way !== 'before')) {
  throw new Error('Name the server, and whether the appends are chained.');
}
if (way !== 'chained') computeNoLeaves();

const { openGuardedAppend } = await import('./guarded-append.js');
const guarded = await openGuardedAppend(adminUrl, `bench_${way}`);
if (way !== 'chained') await appendWithoutChain(databaseUrl(adminUrl, `bench_${way}`), way);
serveLoads((load) => guarded.rate(load));
