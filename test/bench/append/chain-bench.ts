import { fileURLToPath } from 'node:url';
import { inPairs } from '../measure/rounds.js';
import { perSecond, type Figure, type Section } from '../report/figure.js';
import { openRateProcess } from './rate-process.js';
import type { Unchained } from './without-chain.js';

const PROCESS = fileURLToPath(new URL('chain-process.js', import.meta.url));
const ROUNDS = 81;
/** The chain shall cost less than a tenth of what the append does without it. */
const AIM = 0.9;

/** Appends of a round: a fifth of a second or less. */
const LEVELS = [
  { clients: 1, appends: 80 },
  { clients: 16, appends: 640 },
  { clients: 64, appends: 1_280 },
];

const AGAINST: Readonly<Record<Unchained, string>> = {
  today: 'against the same append without the chain',
  before: 'against the append of before there was a chain',
};

/** What the chain costs: appends with it against appends without it, on the same server. */
export async function benchChain(adminUrl: string): Promise<Section> {
  const chained = await openRateProcess(PROCESS, [adminUrl, 'chained']);
  const figures: Figure[] = [];
  for (const [way, against] of Object.entries(AGAINST)) {
    const unchained = await openRateProcess(PROCESS, [adminUrl, way]);
    for (const load of LEVELS) {
      const { ours, theirs, ratio } = await inPairs(
        () => chained.rate(load),
        () => unchained.rate(load),
        ROUNDS,
      );
      figures.push({
        what: `${load.clients === 1 ? '1 client' : `${load.clients} clients`}, ${against}`,
        ours: perSecond(ours),
        theirs: perSecond(theirs),
        ratio,
        aim: { atLeast: AIM },
      });
    }
    unchained.close();
  }
  chained.close();
  return {
    title: 'What the chain costs',
    about:
      'Appends per second of one tenant with the chain (ours) and without it (theirs), by processes that compute no leaves ' +
      'and draw no nonces, in scratch databases: with today’s es.append, from which all is cut that is there ' +
      'for the chain, and with the es.append of the migration before it. Each process has a database of its own; medians of ' +
      `${ROUNDS} rounds, and the ratio is the median of theirs, since neighbours meet the same machine.`,
    figures,
  };
}
