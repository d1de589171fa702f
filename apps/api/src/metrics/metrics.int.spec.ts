import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY } from '../spec/bureau.spec.js';

const TOKEN = 'a-token-of-the-spec';

describe('metrics', () => {
  let api: Api;
  let closed: Api;

  beforeAll(async () => {
    api = await Api.start({ DUIXIAN_METRICS_TOKEN: TOKEN });
    closed = await Api.on(api.database);
    const bureau = await Bureau.open(api);
    await bureau.submitted({ uscc: await bureau.enterprise() });
    await api.caughtUp(CITY);
  });

  afterAll(async () => {
    await closed.stop();
    await api.stop();
  });

  async function ask(of: Api, authorization?: string): Promise<Response> {
    return fetch(`${await of.app.getUrl()}/metrics`, { headers: authorization === undefined ? {} : { authorization } });
  }

  function requestsIn(text: string): number {
    const line = /^duixian_http_request_seconds_count\{method="POST",route="\/graphql",status="200"\} (\d+)$/m;
    return Number(line.exec(text)?.[1] ?? 0);
  }

  it('are for those who hold the token, and nowhere without one', async () => {
    expect((await ask(api)).status).toBe(401);
    expect((await ask(api, `Bearer ${TOKEN}x`)).status).toBe(401);
    expect((await ask(closed, `Bearer ${TOKEN}`)).status).toBe(404);
  });

  it('tell the head of the log, the follower, appends and requests', async () => {
    const before = requestsIn(await (await ask(api, `Bearer ${TOKEN}`)).text());
    for (let count = 0; count < 3; count++) await api.post(null, '{ publicInfo { demo } }', {});
    const response = await ask(api, `bearer ${TOKEN}`);
    const text = await response.text();
    const lines = text.split('\n');
    const head = await api.store.head(CITY);
    const { rows } = await api.pool.query<{ commands: string }>('select count(*) as commands from es.command');

    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(lines).toEqual(
      expect.arrayContaining([
        `duixian_log_head{city="${CITY}"} ${head}`,
        `duixian_read_position{city="${CITY}"} ${head}`,
        `duixian_read_lag_events{city="${CITY}"} 0`,
        `duixian_set_aside_streams{city="${CITY}"} 0`,
        `duixian_appends_total{outcome="appended"} ${rows[0]?.commands ?? ''}`,
        'duixian_read_build_ratio 1',
        expect.stringMatching(/^duixian_follower_heartbeat_age_seconds\{host=".+",pid="\d+"\} \d/),
      ]),
    );
    expect(requestsIn(text) - before).toBe(3);
  });
});
