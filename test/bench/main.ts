import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { benchApi, MANY } from './api/api-bench.js';
import { benchAppends } from './append/append-bench.js';
import { benchChain } from './append/chain-bench.js';
import { benchAssess } from './assess/assess-bench.js';
import { benchAttacks } from './attacks/attacks-bench.js';
import { benchCommands } from './commands/commands-bench.js';
import { benchSplit } from './commands/split-bench.js';
import { benchDeterminations } from './determine/determine-bench.js';
import { benchQueue } from './queue/queue-bench.js';
import type { Section } from './report/figure.js';
import { describeMachine } from './report/machine.js';
import { toMarkdown } from './report/markdown.js';
import { toLines } from './report/terminal.js';
import { withServer } from './server.js';

const REPORT = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));

/**
 * The parts in their order; naming some on the command line runs those alone, and leaves the rest of the report as it is.
 * So does `--claims <number>`, which measures a city of so many.
 */
const PARTS: Readonly<Record<string, (adminUrl: string) => Promise<Section[]>>> = {
  assess: async () => [await benchAssess()],
  append: async (adminUrl) => [await benchAppends(adminUrl)],
  chain: async (adminUrl) => [await benchChain(adminUrl)],
  api: (adminUrl) => benchApi(adminUrl, claims),
  commands: async (adminUrl) => [await benchCommands(adminUrl), await benchSplit(adminUrl)],
  determine: benchDeterminations,
  queue: benchQueue,
  attacks: async (adminUrl) => [await benchAttacks(adminUrl)],
};

const { values: settings, positionals } = parseArgs({
  allowPositionals: true,
  options: { claims: { type: 'string' } },
});
const claims = Number(settings.claims ?? MANY);
const named = settings.claims === undefined ? positionals : ['api'];
if (!Number.isInteger(claims) || claims < 1_000) {
  process.stderr.write('--claims takes a whole number, 1000 or more.\n');
  process.exit(2);
}
const unknown = named.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}: name ${Object.keys(PARTS).join(', ')}, or none.\n`);
  process.exit(2);
}

await withServer(async (adminUrl) => {
  const sections: Section[] = [];
  for (const [name, bench] of Object.entries(PARTS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    const measured = await bench(adminUrl);
    process.stdout.write(`${measured.flatMap(toLines).join('\n')}\n`);
    sections.push(...measured);
  }
  const earlier = named.length === 0 ? '' : await readFile(REPORT, 'utf8').catch(() => '');
  const report = toMarkdown(await describeMachine(adminUrl), sections, earlier);
  await writeFile(REPORT, await format(report, { ...(await resolveConfig(REPORT)), filepath: REPORT }));
  process.stdout.write('\nWritten to docs/benchmarks.md\n');
});
