import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { Random } from '@duixian/testing/random';
import { toMarkdown, type Played } from './report/markdown.js';
import { backupAndRestore } from './scenarios/backup.js';
import { jumpingClocks, stoppedWorker } from './scenarios/clocks.js';
import { brokenConnections, forgottenTransaction } from './scenarios/connections.js';
import { fullDisk, mountSmallDisk } from './scenarios/disk.js';
import { killedDatabase, killedProcesses } from './scenarios/kills.js';
import type { Scenario } from './scenarios/scenario.js';
import { upgrade } from './scenarios/upgrade.js';
import { twoVersions } from './scenarios/versions.js';
import { makeNextVersion } from './system/next-version.js';
import { root } from './system/root.js';
import { startFaultyServer, startOldestServer, type FaultyServer } from './system/server.js';
import { Stage, type Outcome } from './system/stage.js';

const REPORT = `${root}docs/reliability.md`;
const MINUTES_DEFAULT = 30;
const WRITERS = 24;
const NO_DISK = 'skipped: only root on Linux may mount a small file system';

/** `test:faults [--minutes N] [--seed N] [scenario …]`; the report is written when all scenarios are played. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes ?? MINUTES_DEFAULT);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
if (!(minutes > 0) || !Number.isSafeInteger(seed)) {
  process.stderr.write('Name how many minutes it may take (--minutes 30), and a seed that is a whole number.\n');
  process.exit(2);
}

// Whoever ends it early gets no report, and nothing is left behind.
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (!stopping.signal.aborted) process.stdout.write('Ending after this round of faults …\n');
    stopping.abort();
  });
}

const disk = await mountSmallDisk();
const next = await makeNextVersion();
const scenarios: readonly Scenario[] = [
  killedProcesses,
  killedDatabase,
  brokenConnections,
  forgottenTransaction,
  stoppedWorker,
  jumpingClocks,
  ...(disk === null ? [] : [fullDisk(disk)]),
  backupAndRestore,
  upgrade,
  twoVersions(next),
].filter(({ name }) => positionals.length === 0 || positionals.includes(name));

process.stdout.write(`${scenarios.length} scenarios in about ${minutes} minutes, seed ${seed}\n`);
const random = new Random(seed);
const startedAt = performance.now();
const played: Played[] = [];
try {
  for (const [n, scenario] of scenarios.entries()) {
    if (stopping.signal.aborted) break;
    const endsAt = startedAt + ((n + 1) / scenarios.length) * minutes * 60_000;
    const outcome = await play(scenario, endsAt);
    tell(scenario, outcome);
    played.push({ scenario, outcome });
  }
} finally {
  await disk?.remove();
  await next.remove();
}
if (disk === null) {
  process.stdout.write(`full disk: ${NO_DISK}\n`);
  played.push({ scenario: { name: 'full disk', says: NO_DISK }, outcome: null, skipped: NO_DISK });
}
if (positionals.length === 0 && !stopping.signal.aborted) {
  const took = (performance.now() - startedAt) / 60_000;
  const facts = { minutes: took, seed, writers: WRITERS, day: new Date().toISOString().slice(0, 10) };
  const options = { ...(await resolveConfig(REPORT)), filepath: REPORT };
  await writeFile(REPORT, await format(toMarkdown(facts, played), options));
  process.stdout.write('Written to docs/reliability.md\n');
}

/** A server of its own for each: on the small disk for the one that fills it, of the oldest version for backups. */
function serverFor({ name }: Scenario): Promise<FaultyServer> {
  if (name === backupAndRestore.name) return startOldestServer();
  return startFaultyServer(name === 'full disk' ? disk?.folder : undefined);
}

async function play(scenario: Scenario, endsAt: number): Promise<Outcome> {
  const server = await serverFor(scenario);
  try {
    const stage = await Stage.set({
      server,
      database: scenario.name.replaceAll(' ', '_').toLowerCase(),
      processes: scenario.processes,
      ...(scenario.prepare === undefined ? {} : { prepare: scenario.prepare }),
      writers: WRITERS,
      random,
      goesOn: () => performance.now() < endsAt && !stopping.signal.aborted,
    });
    await stage.rounds(() => scenario.round(stage));
    return await stage.strike();
  } finally {
    await server.stop();
  }
}

function tell({ name }: Scenario, { acknowledged, findings, complaints, longestStallSeconds }: Outcome): void {
  const wrong = [...Object.values(findings).flat(), ...complaints];
  const stall = longestStallSeconds.toFixed(1);
  process.stdout.write(`${name}: ${acknowledged} acknowledged, longest stall ${stall} s, ${wrong.length} faults\n`);
  for (const each of wrong.slice(0, 20)) process.stdout.write(`  ${each.slice(0, 2_000)}\n`);
  if (wrong.length > 0) process.exitCode = 1;
}
