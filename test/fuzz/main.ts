import { ensureDatabase } from '@duixian/postgres';
import { withServer } from '../bench/server.js';
import { fuzz } from './fuzz.js';

const REQUESTS_DEFAULT = 1_000_000;

/** `test:fuzz [requests] [seed]` */
const [requests = REQUESTS_DEFAULT, seed = 1] = process.argv.slice(2).map(Number);
if (!Number.isSafeInteger(requests) || requests < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write('Name how many requests to send, and the seed that they are made from: two whole numbers.\n');
  process.exit(2);
}

await withServer(async (adminUrl) => {
  const started = performance.now();
  const report = await fuzz(await ensureDatabase(adminUrl, 'fuzz'), {
    requests,
    seed,
    atOnce: 16,
    onFailure: (failure) => process.stdout.write(`\n${failure}\n`),
    onProgress: (done) => {
      if (done % 10_000 === 0) process.stdout.write(`${done} requests\n`);
    },
  });
  const { answers, failures, traces, stoppedCities } = report;
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(
    `${report.requests} requests in ${seconds} s, seed ${seed}; ${report.events} events on record\n`,
  );
  for (const [code, count] of [...answers].sort(([, a], [, b]) => b - a)) process.stdout.write(`  ${count} ${code}\n`);
  const found = [
    ...traces.map((trace) => `The log holds a stack trace: ${trace}`),
    ...stoppedCities.map((city) => `The read tables stand still: ${city}`),
  ];
  for (const fault of found) process.stdout.write(`\n${fault}\n`);
  const faults = failures.length + found.length;
  process.stdout.write(faults === 0 ? 'Nothing broke.\n' : `\n${faults} faults.\n`);
  if (faults > 0) process.exitCode = 1;
});
