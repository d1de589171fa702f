import { ensureDatabase, withClient } from '@duixian/postgres';
import { OFFICIALS, TENANT } from '../city/officials.js';
import { seedCity } from '../city/seed.js';
import { quantile } from '../measure/median.js';
import { milliseconds, perSecond, type Figure, type Section } from '../report/figure.js';
import { ApiProcess } from './api-process.js';
import { replay } from './replay.js';
import { REQUESTS, type Request } from './requests.js';

const FEW = 1_000;
const MANY = 100_000;
const ROUNDS = 20;
const REQUESTS_OF_A_ROUND = 25;
const AIM = { atMost: 1.2 };

/** A city's API and claims of it, drawn at random. */
interface City {
  readonly api: ApiProcess;
  readonly claims: readonly string[];
}

/** Rebuilding the read models, and how long the list and one claim take with few claims and with many. */
export async function benchApi(adminUrl: string): Promise<Section[]> {
  const few = await ensureDatabase(adminUrl, 'bench_few');
  const many = await ensureDatabase(adminUrl, 'bench_many');
  await seedCity(few, FEW);
  await replay(few);
  const events = await seedCity(many, MANY);
  const seconds = await replay(many);
  const [small, large] = [await openCity(few), await openCity(many)];
  const figures: Figure[] = [];
  for (const request of REQUESTS) figures.push(...(await compare(request, small, large)));
  await Promise.all([small.api.stop(), large.api.stop()]);
  return [replaySection(events, seconds), latencySection(figures)];
}

function replaySection(events: number, seconds: number): Section {
  return {
    title: 'Rebuilding the read models',
    about:
      'The whole log of one city read, and folded into all tables of the API by its own projection, as when a new ' +
      'version of them is built beside the live ones.',
    figures: [
      {
        what: `${events.toLocaleString('en-US')} events of ${MANY.toLocaleString('en-US')} claims`,
        ours: perSecond(events / seconds),
        theirs: null,
        ratio: null,
        aim: null,
      },
    ],
  };
}

function latencySection(figures: readonly Figure[]): Section {
  return {
    title: 'Answering with 100,000 claims',
    about:
      `GraphQL over HTTP, one request after another, ${ROUNDS * REQUESTS_OF_A_ROUND} of each with ` +
      `${MANY.toLocaleString('en-US')} claims (ours) and with ${FEW.toLocaleString('en-US')} (theirs), in turns. The ` +
      'cities’ logs were appended as commands, each step decided by the deciders, and the tables built from them. The ' +
      'list is a first page of 25 with the length of the list; a claim comes with its explanation, timeline and actions.',
    figures,
  };
}

async function openCity(url: string): Promise<City> {
  const api = await ApiProcess.start(url, OFFICIALS.dataReviewer);
  const claims = await withClient(url, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'select id from read.claim where tenant = $1 order by md5(id) limit $2',
      [TENANT, REQUESTS_OF_A_ROUND * (ROUNDS + 1)],
    );
    return rows.map(({ id }) => id);
  });
  return { api, claims };
}

async function compare(request: Request, small: City, large: City): Promise<Figure[]> {
  const times = new Map<City, number[]>([small, large].map((city) => [city, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const city of round % 2 === 0 ? [small, large] : [large, small]) {
      const seconds = await ask(request, city, round);
      // The first round warms up.
      if (round > 0) times.get(city)?.push(...seconds);
    }
  }
  return [0.5, 0.99].map((share): Figure => {
    const [ours, theirs] = [large, small].map((city) => quantile(times.get(city) ?? [], share));
    if (ours === undefined || theirs === undefined) throw new Error('A city was not asked.');
    return {
      what: `${request.label}, p${share * 100}`,
      ours: milliseconds(ours),
      theirs: milliseconds(theirs),
      ratio: ours / theirs,
      aim: AIM,
    };
  });
}

async function ask(request: Request, { api, claims }: City, round: number): Promise<number[]> {
  const seconds: number[] = [];
  for (let n = 0; n < REQUESTS_OF_A_ROUND; n += 1) {
    const claim = claims[(round * REQUESTS_OF_A_ROUND + n) % claims.length] ?? '';
    seconds.push(await api.secondsOf(request.query, request.variables(claim)));
  }
  return seconds;
}
