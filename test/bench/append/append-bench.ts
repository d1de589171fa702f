import { inTurns } from '../measure/rounds.js';
import { perSecond, type Figure, type Section } from '../report/figure.js';
import { openEmmett } from './emmett.js';
import { openGuardedAppend } from './guarded-append.js';
import type { Load } from './load.js';
import { openPlainInsert } from './plain-insert.js';

const ROUNDS = 9;

interface Level {
  readonly clients: number;
  /** Appends of a round, so that each contender takes about half a second; emmett is the slowest. */
  readonly plain: number;
  readonly guarded: number;
  readonly emmett: number;
  readonly aims: { readonly plain: number | null; readonly emmett: number | null };
}

const LEVELS: readonly Level[] = [
  { clients: 1, plain: 400, guarded: 400, emmett: 200, aims: { plain: 0.5, emmett: null } },
  { clients: 16, plain: 2_000, guarded: 2_000, emmett: 600, aims: { plain: null, emmett: null } },
  { clients: 64, plain: 4_000, guarded: 4_000, emmett: 1_000, aims: { plain: 1, emmett: 3 } },
];

/** Guarded appends of one tenant, against plain inserts and emmett on the same server. */
export async function benchAppends(adminUrl: string): Promise<Section> {
  const plain = await openPlainInsert(adminUrl);
  const guarded = await openGuardedAppend(adminUrl, 'bench_guarded');
  const emmett = await openEmmett(adminUrl);
  const figures: Figure[] = [];
  for (const level of LEVELS) {
    const load = (appends: number): Load => ({ clients: level.clients, appends });
    const [ours = NaN, inserts = NaN, theirs = NaN] = await inTurns(
      [() => guarded.rate(load(level.guarded)), () => plain(load(level.plain)), () => emmett.rate(load(level.emmett))],
      ROUNDS,
    );
    figures.push(
      compare(`${clientsText(level.clients)}, against a plain one-row INSERT`, ours, inserts, level.aims.plain),
      compare(`${clientsText(level.clients)}, against emmett’s appendToStream`, ours, theirs, level.aims.emmett),
    );
  }
  emmett.close();
  await guarded.close();
  return {
    title: 'Appending to the log',
    about:
      'Appends per second of one tenant, all on one server with the same durability. Ours records a command, an event ' +
      'of a new stream, and a reservation under two guards: the enterprise’s, and a pool that all appends share. The ' +
      'plain INSERT is one row and one commit, on a connection for each client; emmett’s appendToStream records the ' +
      'same event in a new stream, without guards, in a process of its own.',
    figures,
  };
}

function compare(what: string, ours: number, theirs: number, aim: number | null): Figure {
  return {
    what,
    ours: perSecond(ours),
    theirs: perSecond(theirs),
    ratio: ours / theirs,
    aim: aim === null ? null : { atLeast: aim },
  };
}

function clientsText(clients: number): string {
  return clients === 1 ? '1 client' : `${clients} clients`;
}
