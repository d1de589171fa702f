import { aimText, isMet, rounded, verdict, type Figure, type Section } from './figure.js';
import type { Machine } from './machine.js';

/**
 * The report as `docs/benchmarks.md` holds it: what was measured now, and what an earlier report says of the rest.
 *
 * @param earlier the report so far; empty when there is none.
 */
export function toMarkdown(machine: Machine, sections: readonly Section[], earlier: string): string {
  const kept = new Map(earlier.split(/^(?=## )/m).flatMap((text) => titled(text)));
  for (const each of sections) kept.set(each.title, section(each, machine).join('\n'));
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench`; do not edit. The figures of one section come from one run. Rates depend on the machine:',
    'the ratios are what counts. Contenders take turns, round by round, and medians are shown.',
    '',
    ...describe(machine),
    ...kept.values(),
  ].join('\n');
}

/** A section of a report by its title; nothing for what stands before the first one. */
function titled(text: string): [string, string][] {
  const [, title] = /^## (.*)$/m.exec(text) ?? [];
  return title === undefined ? [] : [[title, text]];
}

function describe({ processor, cores, memoryGiB, node, postgres }: Machine): string[] {
  return [
    '| machine | |',
    '| --- | --- |',
    `| processor | ${processor}, ${cores} cores |`,
    `| memory | ${memoryGiB} GiB |`,
    `| Node.js | ${node} |`,
    `| PostgreSQL | ${postgres}, embedded, durable (fsync and synchronous commit on) |`,
    '',
  ];
}

function section({ title, about, figures }: Section, { date, load, cores }: Machine): string[] {
  return [
    `## ${title}`,
    '',
    `${about} Measured on ${date} at a load of ${load} on ${cores} cores.`,
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
