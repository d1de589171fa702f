import { LAYOUTS, type Scenario } from './scenario.js';

export const jumpingClocks: Scenario = {
  name: 'clocks that jump',
  says: 'the clock of one API is set 30 days ahead under load, that of another five days back, and a third one’s stays right; then both are set right again',
  processes: [...LAYOUTS.split, { role: 'api', clockDays: 30 }, { role: 'api', clockDays: -5 }],
  async round(stage) {
    const told = (): number => stage.ledger.answers.get('CLOCK_DIFFERS') ?? 0;
    const before = told();
    const jump = (): void => stage.applications.forEach((application) => application.jumpClock());
    stage.fault('30 days ahead, 5 days back', jump);
    await stage.working(100);
    if (told() === before) stage.complain('Nobody was told that a clock differs.');
    stage.fault('right again', jump);
    await stage.working(100);
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
