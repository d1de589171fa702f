import { aimText, isMet, rounded, verdict, type Figure, type Section } from './figure.js';
import type { Machine } from './machine.js';

/** The report as `docs/benchmarks.md` holds it. */
export function toMarkdown(machine: Machine, sections: readonly Section[]): string {
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench`; do not edit. All figures of one report come from one run. Rates depend on the machine:',
    'the ratios are what counts. Contenders take turns, round by round, and medians are shown.',
    '',
    ...describe(machine),
    ...sections.flatMap(section),
  ].join('\n');
}

function describe({ processor, cores, memoryGiB, node, postgres, date }: Machine): string[] {
  return [
    '| machine | |',
    '| --- | --- |',
    `| processor | ${processor}, ${cores} cores |`,
    `| memory | ${memoryGiB} GiB |`,
    `| Node.js | ${node} |`,
    `| PostgreSQL | ${postgres}, embedded, durable (fsync and synchronous commit on) |`,
    `| date | ${date} |`,
    '',
  ];
}

function section({ title, about, figures }: Section): string[] {
  return [
    `## ${title}`,
    '',
    about,
    '',
    '| figure | ours | theirs | ratio | aim | |',
    '| --- | --: | --: | --: | --: | --- |',
    ...figures.map(row),
    '',
  ];
}

function row(figure: Figure): string {
  const { what, ours, theirs, ratio, aim } = figure;
  const cells = [
    what,
    ours,
    theirs ?? '–',
    ratio === null ? '–' : `${rounded(ratio)}×`,
    aim === null ? '–' : aimText(aim),
    isMet(figure) === false ? `**${verdict(figure)}**` : verdict(figure),
  ];
  return `| ${cells.join(' | ')} |`;
}
