import type { NextVersion } from '../system/next-version.js';
import { LAYOUTS, type Scenario } from './scenario.js';

const BETWEEN = 30;
/** A minute without anybody of the later version, and the time to build what it had built. */
const TAKEN_BACK_SECONDS_MAX = 150;

/** The next version comes beside this one, takes the tables over, and goes again. */
export function twoVersions({ folder }: NextVersion): Scenario {
  return {
    name: 'two versions',
    says: 'a version with other read tables and one more migration is started beside this one, both are killed in turn, and it is stopped again: this version builds its own tables back',
    processes: LAYOUTS.split,
    async round(stage) {
      const [api, worker] = stage.applications;
      const next = await stage.join({ role: 'both', version: folder });
      stage.fault('start of the next version', () => undefined);
      await stage.working(BETWEEN);
      stage.fault('SIGKILL of the older worker', () => worker?.kill('SIGKILL'));
      await stage.working(BETWEEN);
      stage.fault('SIGKILL of the older api', () => api?.kill('SIGKILL'));
      await stage.working(BETWEEN);
      stage.fault('SIGKILL of the next version', () => next.kill('SIGKILL'));
      await stage.working(BETWEEN);
      stage.fault('stop of the next version', () => undefined);
      await stage.leave(next);
      await stage.until(
        'nobody misses it',
        async () => (await api?.health())?.status === 'ready',
        TAKEN_BACK_SECONDS_MAX,
      );
      await stage.working(BETWEEN);
    },
  };
}
