import { withClient } from '@duixian/postgres';
import { OFFICIALS, TENANT } from '../city/officials.js';
import { quantile } from '../measure/median.js';
import { milliseconds, type Figure } from '../report/figure.js';
import { ApiProcess } from './api-process.js';
import type { Request } from './requests.js';

const ROUNDS = 20;
const REQUESTS_OF_A_ROUND = 25;
/** How often each request is asked of each city, but for those that warm up. */
export const REQUESTS_OF_EACH = ROUNDS * REQUESTS_OF_A_ROUND;
const AIM = { atMost: 1.2 };

/** A city's API and claims of it, drawn at random. */
export interface City {
  readonly api: ApiProcess;
  readonly claims: readonly string[];
}

export async function openCity(url: string): Promise<City> {
  const api = await ApiProcess.start(url, [OFFICIALS.dataReviewer]);
  const claims = await withClient(url, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'select id from read.claim where tenant = $1 order by md5(id) limit $2',
      [TENANT, REQUESTS_OF_A_ROUND * (ROUNDS + 1)],
    );
    return rows.map(({ id }) => id);
  });
  return { api, claims };
}

/** How long the requests take in a large city and in a small one, in turns: the middle, and nineteen of twenty. */
export async function compare(request: Request, small: City, large: City): Promise<Figure[]> {
  const times = new Map<City, number[]>([small, large].map((city) => [city, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const city of round % 2 === 0 ? [small, large] : [large, small]) {
      const seconds = await ask(request, city, round);
      // The first round warms up.
      if (round > 0) times.get(city)?.push(...seconds);
    }
  }
  return [0.5, 0.95].map((share): Figure => {
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
    const answered = await api.ask(OFFICIALS.dataReviewer, request.query, request.variables(claim));
    seconds.push(answered.seconds);
  }
  return seconds;
}
