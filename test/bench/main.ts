import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { benchApi } from './api/api-bench.js';
import { benchAppends } from './append/append-bench.js';
import { benchAssess } from './assess/assess-bench.js';
import { benchDeterminations } from './determine/determine-bench.js';
import type { Section } from './report/figure.js';
import { describeMachine } from './report/machine.js';
import { toMarkdown } from './report/markdown.js';
import { toLines } from './report/terminal.js';
import { withServer } from './server.js';

const REPORT = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));

/** The parts in their order; naming some on the command line runs those alone, and leaves the report as it is. */
const PARTS: Readonly<Record<string, (adminUrl: string) => Promise<Section[]>>> = {
  assess: async () => [await benchAssess()],
  append: async (adminUrl) => [await benchAppends(adminUrl)],
  api: benchApi,
  determine: benchDeterminations,
};

const named = process.argv.slice(2);
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
  if (named.length > 0) return;
  const report = toMarkdown(await describeMachine(adminUrl), sections);
  await writeFile(REPORT, await format(report, { ...(await resolveConfig(REPORT)), filepath: REPORT }));
  process.stdout.write('\nWritten to docs/benchmarks.md\n');
});
