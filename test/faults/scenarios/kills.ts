import { LAYOUTS, type Scenario } from './scenario.js';

/** Acknowledgements between two faults: the load is well under way again. */
const BETWEEN = 30;

export const killedProcesses: Scenario = {
  name: 'killed processes',
  says: 'SIGKILL to one of two APIs and two workers; each is started again',
  processes: LAYOUTS.doubled,
  async round(stage) {
    const victim = stage.applications[stage.random.whole(0, stage.applications.length - 1)];
    stage.fault(`SIGKILL of ${victim?.kind.role ?? 'nobody'}`, () => victim?.kill('SIGKILL'));
    await stage.working(BETWEEN);
  },
};

export const killedDatabase: Scenario = {
  name: 'killed PostgreSQL',
  says: 'SIGKILL to the postmaster under one process, sometimes to both; the server is started again by its supervisor',
  processes: LAYOUTS.one,
  async round(stage) {
    stage.fault('SIGKILL of PostgreSQL', () => stage.server.kill());
    if (stage.random.chance(0.3)) {
      for (const each of stage.applications) stage.fault('SIGKILL of both', () => each.kill('SIGKILL'));
    }
    await stage.working(BETWEEN);
  },
};
