import { randomUUID } from 'node:crypto';
import type { Actor } from '@duixian/casework';
import { ensureDatabase, withClient } from '@duixian/postgres';
import { ApiProcess } from '../api/api-process.js';
import { replay } from '../api/replay.js';
import { REQUESTS } from '../api/requests.js';
import { compare, openCity, REQUESTS_OF_EACH } from '../api/two-cities.js';
import { ALL_ACCEPTED } from '../city/city.js';
import { OFFICIALS, TENANT } from '../city/officials.js';
import { seedCity } from '../city/seed.js';
import { inParallel } from '../commands/load.js';
import { parseAnswer } from '../commands/parse-answer.js';
import { quantile } from '../measure/median.js';
import { milliseconds, perSecond, type Figure, type Section } from '../report/figure.js';

/** Claims that wait under the clauses of three departments: a third of them for each. */
const FEW = 300;
const MANY = 30_000;
/** Of one county the short queue fills no page, so that it would answer with less. */
const FULL_PAGES = REQUESTS.filter(({ label }) => !label.includes('county'));
const REVIEWERS = 200;
const STEPS_OF_A_REVIEWER = 10;
const STEP_MS_MAX = 400;

/** A department's long queue beside a short one, and many of its reviewers at once. */
export async function benchQueue(adminUrl: string): Promise<Section[]> {
  const few = await ensureDatabase(adminUrl, 'bench_queue_few');
  const many = await ensureDatabase(adminUrl, 'bench_queue_many');
  for (const [url, claims] of [
    [few, FEW],
    [many, MANY],
  ] as const) {
    await seedCity(url, claims, ALL_ACCEPTED);
    await replay(url);
  }
  const [small, large] = [await openCity(few), await openCity(many)];
  const figures: Figure[] = [];
  for (const request of FULL_PAGES) figures.push(...(await compare(request, small, large)));
  await Promise.all([small.api.stop(), large.api.stop()]);
  return [
    {
      title: `A queue of ${(MANY / 3).toLocaleString('en-US')} claims`,
      about:
        `GraphQL over HTTP, ${REQUESTS_OF_EACH} of each request by a reviewer for whose department a third of ` +
        `${MANY.toLocaleString('en-US')} accepted claims wait (ours), and a third of ${FEW} (theirs), in turns.`,
      figures,
    },
    await benchReviewers(many),
  ];
}

async function benchReviewers(url: string): Promise<Section> {
  const reviewers = Array.from({ length: REVIEWERS }, (_, n): Actor => {
    const username = `reviewer-${n}`;
    const userId = `00000000-0000-4000-8000-${String(n).padStart(12, '1')}`;
    return { ...OFFICIALS.dataReviewer, userId, username, displayName: username };
  });
  const api = await ApiProcess.start(url, reviewers);
  const claims = await withClient(url, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select id from read.claim where tenant = $1 and status = 'accepted' and measure = 'quanzhou-2024-7/2'
        order by md5(id) limit $2`,
      [TENANT, REVIEWERS * (STEPS_OF_A_REVIEWER + 1)],
    );
    return rows.map(({ id }) => id);
  });
  const review = (claim: string, n: number) => reviewed(api, reviewers[n] ?? OFFICIALS.dataReviewer, claim);
  // A process that has just begun compiles what it runs.
  await inParallel(claims.splice(0, REVIEWERS), REVIEWERS, review);
  const { done, perSecond: rate } = await inParallel(claims, REVIEWERS, review);
  await api.stop();
  const alone = { theirs: null, ratio: null, aim: null };
  return {
    title: `${REVIEWERS} reviewers at once`,
    about:
      `Each agrees to one claim after another, without a pause between them, ${STEPS_OF_A_REVIEWER} each, in the long ` +
      `queue, after one that is not counted. The aim is a p95 of ${STEP_MS_MAX} ms on 2 cores, which this process uses as well.`,
    figures: [
      { what: 'a step, p50', ours: milliseconds(quantile(done, 0.5)), ...alone },
      { what: `a step, p95 (aim: ${STEP_MS_MAX} ms)`, ours: milliseconds(quantile(done, 0.95)), ...alone },
      { what: 'steps', ours: perSecond(rate), ...alone },
    ],
  };
}

/** Answers the seconds that it took. @throws Error when it is refused. */
async function reviewed(api: ApiProcess, reviewer: Actor, claim: string): Promise<number> {
  const query = `mutation ($input: ReviewClaimInput!) {
    reviewClaim(input: $input) { __typename ... on Claim { id status } ... on Refusal { code message { en } } } }`;
  const input = { claim, opinion: '同意。', commandId: randomUUID() };
  const { seconds, text } = await api.ask(reviewer, query, { input });
  if (parseAnswer(text).data.reviewClaim?.id === undefined) throw new Error(`The review was refused: ${text}`);
  return seconds;
}
