import { ensureDatabase } from '@duixian/postgres';
import { Random } from '@duixian/testing/random';
import { OFFICIALS } from '../city/officials.js';
import { seedCity } from '../city/seed.js';
import { quantile } from '../measure/median.js';
import { milliseconds, perSecond, type Figure, type Section } from '../report/figure.js';
import { followerLag } from './follower-lag.js';
import { replay } from './replay.js';
import { REQUESTS, WHOLE_LIST, type Request } from './requests.js';
import { compare, openCity, REQUESTS_OF_EACH, type City } from './two-cities.js';

const FEW = 1_000;
/** Claims of a large city, unless the command line says otherwise. */
export const MANY = 100_000;
const PAST_AIM = { atMost: 1.5 };

/** Rebuilding the read models, and how long the list and one claim take with few claims and with many. */
export async function benchApi(adminUrl: string, claims = MANY): Promise<Section[]> {
  const few = await ensureDatabase(adminUrl, 'bench_few');
  const many = await ensureDatabase(adminUrl, 'bench_many');
  await seedCity(few, FEW);
  await replay(few);
  const events = await seedCity(many, claims);
  const seconds = await replay(many);
  const [small, large] = [await openCity(few), await openCity(many)];
  const figures: Figure[] = [];
  for (const request of REQUESTS) figures.push(...(await compare(request, small, large)));
  const past: Figure[] = [];
  for (const request of [WHOLE_LIST, ...REQUESTS]) past.push(await comparePast(request, large, events));
  const lag = await followerLag(many, claims);
  const memory = await large.api.peakMemory();
  await Promise.all([small.api.stop(), large.api.stop()]);
  return [
    replaySection(events, seconds, claims),
    latencySection(figures, claims),
    pastSection(past, claims),
    loadSection(lag, memory, claims),
  ];
}

function replaySection(events: number, seconds: number, claims: number): Section {
  return {
    title: `Rebuilding the read models of ${claims.toLocaleString('en-US')} claims`,
    about:
      'The whole log of one city read, and folded into all tables of the API by its own projection, as when a new ' +
      'version of them is built beside the live ones.',
    figures: [
      {
        what: `${events.toLocaleString('en-US')} events of ${claims.toLocaleString('en-US')} claims`,
        ours: perSecond(events / seconds),
        theirs: null,
        ratio: null,
        aim: null,
      },
    ],
  };
}

function latencySection(figures: readonly Figure[], claims: number): Section {
  return {
    title: `Answering with ${claims.toLocaleString('en-US')} claims`,
    about:
      `GraphQL over HTTP, one request after another, ${REQUESTS_OF_EACH} of each with ` +
      `${claims.toLocaleString('en-US')} claims (ours) and with ${FEW.toLocaleString('en-US')} (theirs), in turns. The ` +
      'cities’ logs were appended as commands, each step decided by the deciders, and the tables built from them. The ' +
      'list is a first page of 25 with the length of the list; a claim comes with its explanation, timeline and actions.',
    figures,
  };
}

function loadSection(
  { seconds, perSecond: rate }: { readonly seconds: number; readonly perSecond: number },
  memory: number | null,
  claims: number,
): Section {
  const alone = { theirs: null, ratio: null, aim: null };
  return {
    title: `Following with ${claims.toLocaleString('en-US')} claims`,
    about:
      'Claims that are submitted and accepted are appended to the large city at a steady rate, while the API follows. ' +
      'The tables are looked at fifty times a second; memory is the most that the API’s process took in all of this.',
    figures: [
      { what: 'commands appended', ours: perSecond(rate), ...alone },
      { what: 'the tables behind the log, at most (aim: 1 s)', ours: milliseconds(seconds), ...alone },
      ...(memory === null ? [] : [{ what: 'memory of the API, at most', ours: `${memory} MiB`, ...alone }]),
    ],
  };
}

function pastSection(figures: readonly Figure[], claims: number): Section {
  return {
    title: 'Answering as of any position',
    about:
      `The same with ${claims.toLocaleString('en-US')} claims, as of positions drawn at random from the whole log (ours) ` +
      'and as of now (theirs), in turns.',
    figures,
  };
}

async function comparePast(request: Request, { api, claims }: City, events: number): Promise<Figure> {
  const random = new Random(events);
  const past: number[] = [];
  const now: number[] = [];
  for (let n = 0; n <= REQUESTS_OF_EACH; n += 1) {
    const variables = request.variables(claims[n % claims.length] ?? '');
    const asOf = { position: String(random.whole(1, events)) };
    const seconds = [
      (await api.ask(OFFICIALS.dataReviewer, request.query, { ...variables, asOf })).seconds,
      (await api.ask(OFFICIALS.dataReviewer, request.query, variables)).seconds,
    ] as const;
    // The first one warms up.
    if (n === 0) continue;
    past.push(seconds[0]);
    now.push(seconds[1]);
  }
  const [ours, theirs] = [quantile(past, 0.5), quantile(now, 0.5)];
  return {
    what: `${request.label}, p50`,
    ours: milliseconds(ours),
    theirs: milliseconds(theirs),
    ratio: ours / theirs,
    aim: PAST_AIM,
  };
}
