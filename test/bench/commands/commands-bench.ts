import { ensureDatabase } from '@duixian/postgres';
import { ApiProcess } from '../api/api-process.js';
import { OFFICIALS } from '../city/officials.js';
import { median } from '../measure/median.js';
import { inTurns } from '../measure/rounds.js';
import { perSecond, type Figure, type Section } from '../report/figure.js';
import { inParallel } from './load.js';
import { openPlainRows } from './plain-rows.js';
import { onlyAuthenticate, registered, STEPS, take } from './steps.js';

const ROUNDS = 5;
const CLIENTS_MAX = 64;
const LEVELS = [
  { clients: 1, claims: 25, aim: null },
  { clients: CLIENTS_MAX, claims: 160, aim: { atLeast: 0.5 } },
] as const;

/** The steps of claims over HTTP, against a mutation that only authenticates and against plain rows. */
export async function benchCommands(adminUrl: string): Promise<Section> {
  const api = await ApiProcess.start(await ensureDatabase(adminUrl, 'bench_commands'), Object.values(OFFICIALS));
  const plain = await openPlainRows(adminUrl, CLIENTS_MAX);
  const figures: Figure[] = [];
  let enterprises = 0;
  for (const { clients, claims, aim } of LEVELS) {
    const rates = new Map<string, number[]>(STEPS.map(({ label }) => [label, []]));
    const steps = async (): Promise<number> => {
      let subjects = await registered(api, enterprises, claims);
      enterprises += claims;
      let seconds = 0;
      for (const step of STEPS) {
        const { done, perSecond: rate } = await inParallel(subjects, clients, (subject) => take(api, step, subject));
        subjects = done;
        rates.get(step.label)?.push(rate);
        seconds += claims / rate;
      }
      return (STEPS.length * claims) / seconds;
    };
    const requests = Array.from({ length: STEPS.length * claims }, () => null);
    const rows = STEPS.flatMap((step) => Array.from({ length: claims }, () => step.rows));
    const [ours = NaN, authenticated = NaN, written = NaN] = await inTurns(
      [
        steps,
        async () => (await inParallel(requests, clients, () => onlyAuthenticate(api))).perSecond,
        () => plain.rate(clients, rows),
      ],
      ROUNDS,
    );
    const who = clients === 1 ? '1 client' : `${clients} clients`;
    figures.push(
      compared(`${who}, all steps, against a mutation that only authenticates`, ours, authenticated, aim),
      compared(`${who}, all steps, against plain rows`, ours, written, aim),
      ...STEPS.map(({ label }) =>
        compared(
          `${who}, ${label}, against a mutation that only authenticates`,
          median(rates.get(label) ?? []),
          authenticated,
          null,
        ),
      ),
    );
  }
  await plain.close();
  await api.stop();
  return {
    title: 'Commands over HTTP',
    about:
      'Steps of claims per second of one server, follower included: submitted, accepted, reviewed and determined, each ' +
      'claim of an enterprise of its own, over GraphQL. The mutation it is compared with is refused for the form of its ' +
      'input, as soon as its sender is known. Plain rows are as many as a step writes to the log, of one table, in one ' +
      'statement and one commit, on a connection for each client.',
    figures,
  };
}

function compared(what: string, ours: number, theirs: number, aim: Figure['aim']): Figure {
  return { what, ours: perSecond(ours), theirs: perSecond(theirs), ratio: ours / theirs, aim };
}
