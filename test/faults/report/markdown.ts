import { INVARIANTS, isInvariant } from '../fold/check.js';
import type { Scenario } from '../scenarios/scenario.js';
import type { Outcome } from '../system/stage.js';

/** One scenario and what it came to; null: it could not be played here, and why. */
export interface Played {
  readonly scenario: Pick<Scenario, 'name' | 'says'>;
  readonly outcome: Outcome | null;
  readonly skipped?: string;
}

export interface RunFacts {
  readonly minutes: number;
  readonly seed: number;
  readonly writers: number;
  readonly day: string;
}

/** docs/reliability.md, before it is formatted. */
export function toMarkdown({ minutes, seed, writers, day }: RunFacts, played: readonly Played[]): string {
  const keys = Object.keys(INVARIANTS).filter(isInvariant);
  return `# Reliability

Written by \`npm run test:faults\`; do not edit. This run took ${minutes.toFixed(1)} minutes on ${day}, with seed ${seed} and
${writers} writers over HTTP in two cities. They register enterprises and submit, accept, review, determine and withdraw
claims; every fifth request is sent twice at once, and whatever is not answered is sent again under the same id. Meanwhile
the system is harmed at random.
Afterwards its tables are read as they stand and folded by a program that shares no code with the product. It has to find:

${keys.map((key) => `- **${key}**: ${INVARIANTS[key]}`).join('\n')}

The numbers below count what contradicts each of these: all have to be 0. **Stall** is the longest time in which
nothing new of a city was acknowledged, the fault itself and the restart of processes included.

| scenario | seconds | faults | acknowledged | ${keys.join(' | ')} | other | stall |
| --- | ---: | ---: | ---: | ${keys.map(() => '---:').join(' | ')} | ---: | ---: |
${played.map((each) => row(each, keys)).join('\n')}

## What is done

${played.map(({ scenario, outcome }) => `- **${scenario.name}**: ${scenario.says}.${outcome === null ? '' : ` ${counts(outcome)}`}`).join('\n')}

Health is asked meanwhile: it has to answer 503 while the database is away or silent, to name who holds a city's head, and to
be degraded while nobody follows the log. Whatever it says otherwise, a request that is not answered within a minute and a
half, and a code that no outage explains, counts as **other**.
`;
}

function row({ scenario, outcome, skipped }: Played, keys: readonly (keyof typeof INVARIANTS)[]): string {
  if (outcome === null) return `| ${scenario.name} | ${skipped ?? ''} |${' |'.repeat(keys.length + 4)}`;
  const { seconds, faults, acknowledged, findings, complaints, longestStallSeconds } = outcome;
  const made = [...faults.values()].reduce((sum, count) => sum + count, 0);
  const found = keys.map((key) => findings[key].length).join(' | ');
  return `| ${scenario.name} | ${Math.round(seconds)} | ${made} | ${acknowledged} | ${found} | ${complaints.length} | ${longestStallSeconds.toFixed(1)} s |`;
}

function counts({ faults, answers }: Outcome): string {
  const list = (counted: ReadonlyMap<string, number>): string =>
    [...counted].map(([name, count]) => `${name} ${count}`).join(', ');
  const codes = new Map([...answers].filter(([code]) => code !== 'done').sort(([, a], [, b]) => b - a));
  return `Faults: ${list(faults)}. Answers other than success: ${codes.size === 0 ? 'none' : list(codes)}.`;
}
