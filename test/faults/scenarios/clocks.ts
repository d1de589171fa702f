import { LAYOUTS, type Scenario } from './scenario.js';

export const differingClocks: Scenario = {
  name: 'clocks that differ',
  says: 'one API is 30 days ahead, one five days behind, one is right',
  processes: [...LAYOUTS.split, { role: 'api', clockDays: 30 }, { role: 'api', clockDays: -5 }],
  async round(stage) {
    stage.fault('30 days ahead, 5 days behind', () => undefined);
    await stage.working(100);
    if ((stage.ledger.answers.get('CLOCK_DIFFERS') ?? 0) === 0) stage.complain('Nobody was told that a clock differs.');
  },
};

export const stoppedWorker: Scenario = {
  name: 'stopped worker',
  says: 'SIGSTOP to the only worker until health says so, then SIGCONT',
  processes: LAYOUTS.split,
  async round(stage) {
    const [api, worker] = stage.applications;
    stage.fault('SIGSTOP of the worker', () => worker?.kill('SIGSTOP'));
    await stage.working(10);
    await stage.until('the API is degraded', async () => (await api?.health())?.status === 'degraded', 40);
    worker?.kill('SIGCONT');
    await stage.until('the API is ready again', async () => (await api?.health())?.status === 'ready', 60);
    await stage.working(10);
  },
};
