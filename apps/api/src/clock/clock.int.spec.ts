import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Api, usccOf, type Official } from '../spec/api.spec.js';
import { mutationText } from '../spec/mutations.spec.js';
import { ClockWatch } from './clock-watch.js';
import { Clock } from './clock.js';

const COUNTY = '350582';
const DAYS_30_MS = 30 * 86_400_000;
const realNow = Date.now;

let api: Api;
let clerk: Official;
let enterprises = 0;

beforeAll(async () => {
  api = await Api.start();
  clerk = await api.hire('clerk', COUNTY);
});

afterEach(() => {
  Date.now = realNow;
});

afterAll(() => api.stop());

/** As when somebody sets the clock of the machine on which the process runs. */
function setMachineClock(byMs: number): void {
  Date.now = () => realNow() + byMs;
}

async function register() {
  const input = { uscc: usccOf(COUNTY, ++enterprises), name: `时钟${enterprises}号有限公司`, division: COUNTY };
  return api.post(clerk, mutationText('registerEnterprise'), { input: { commandId: randomUUID(), ...input } });
}

describe('a process whose clock differs from the database', () => {
  it.each([DAYS_30_MS, -DAYS_30_MS, 121_000, -121_000])('takes no steps (%d ms)', async (byMs) => {
    setMachineClock(byMs);
    const { errors } = await register();
    expect(errors?.[0]?.extensions.code).toBe('CLOCK_DIFFERS');
    expect(api.app.get(ClockWatch).differsBySeconds).toBe(Math.round(byMs / 1000));
  });

  it('says so in its health, and is ready again once they agree', async () => {
    const ready = async () => {
      const response = await fetch(`${await api.app.getUrl()}/health/ready`);
      const { problems } = (await response.json()) as { problems: string[] };
      return { status: response.status, problems: problems.filter((problem) => problem.includes('clock')) };
    };
    setMachineClock(121_000);
    expect(await ready()).toEqual({
      status: 503,
      problems: [expect.stringContaining("differs from the database's by 121 s")],
    });
    Date.now = realNow;
    expect(await ready()).toMatchObject({ problems: [] });
  });

  it('still knows the day: it comes from the database', () => {
    const before = api.app.get(Clock).now().getTime();
    setMachineClock(DAYS_30_MS);
    expect(api.app.get(Clock).now().getTime() - before).toBeLessThan(DAYS_30_MS / 2);
  });

  it('works on as soon as they agree', async () => {
    setMachineClock(110_000);
    const { errors, data } = await register();
    expect(errors).toBeUndefined();
    expect(data?.registerEnterprise).toMatchObject({ __typename: 'Enterprise' });
  });
});
