import { withClient } from '@duixian/postgres';
import { FUZHOU, QUANZHOU } from '../system/cities.js';
import type { Stage } from '../system/stage.js';
import { LAYOUTS, type Scenario } from './scenario.js';

const APPEND = 'es.append';
const BETWEEN = 30;
/** The limits of a connection and of a statement, and some room: docs/operation.md. */
const NOTICED_SECONDS_MAX = 30;

export const brokenConnections: Scenario = {
  name: 'broken connections',
  says: 'the answer to a commit is cut off; connections are cut; connections go silent without a reset',
  processes: LAYOUTS.split,
  async round(stage) {
    stage.fault('cut after the commit', () => stage.proxy.cutAnswerTo(APPEND));
    await stage.working(BETWEEN);
    stage.fault('cut after the commit, then away', () => stage.proxy.cutAnswerTo(APPEND, 'away'));
    await untilFailing(stage);
    stage.proxy.open();
    await stage.working(BETWEEN);
    stage.fault('silence', () => stage.proxy.fallSilent());
    await untilFailing(stage);
    stage.proxy.open();
    await stage.working(BETWEEN);
  },
};

export const forgottenTransaction: Scenario = {
  name: 'forgotten transaction',
  says: 'somebody holds the head of one city; the other city works on',
  processes: LAYOUTS.split,
  async round(stage) {
    await withClient(stage.ownerUrl, async (client) => {
      await client.query('begin');
      await client.query('select from es.head where tenant = $1 for update', [QUANZHOU.tenant]);
      stage.fault('forgotten transaction', () => undefined);
      await stage.working(BETWEEN, FUZHOU.tenant);
      await stage.until('health names the wait', () => healthIs(stage, 'degraded'), NOTICED_SECONDS_MAX);
      await client.query('rollback');
    });
    await stage.working(BETWEEN, QUANZHOU.tenant);
  },
};

/** Every API says that the database does not answer. */
function untilFailing(stage: Stage): Promise<void> {
  return stage.until('health answers 503', () => healthIs(stage, 'failing'), NOTICED_SECONDS_MAX);
}

async function healthIs(stage: Stage, status: string): Promise<boolean> {
  const serving = stage.applications.filter((application) => application.answersRequests);
  const answers = await Promise.all(serving.map((application) => application.health()));
  return answers.every((answer) => answer.status === status);
}
