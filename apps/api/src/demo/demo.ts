import { EventStore } from '@duixian/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { ImportPlayer } from '../import/import-player.js';
import { Offices } from '../import/offices.js';
import { planImport } from '../import/plan.js';
import { ReadModel } from '../log/read-model.js';
import { DemoAccounts } from './demo-accounts.js';
import { DEMO_FOLDER } from './demo-folder.js';
import { describeAccounts, DemoReport } from './demo-report.js';
import { DemoState } from './demo-state.js';
import { ProgressLine } from './progress-line.js';
import { Law } from '../policy/law/law.js';

/** Fills an empty database with a bureau's work of three years, so that there is something to look at. */
@Injectable()
export class Demo {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly state: DemoState,
    private readonly accounts: DemoAccounts,
    private readonly player: ImportPlayer,
    private readonly report: DemoReport,
    private readonly law: Law,
    private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly clock: Clock,
  ) {}

  /**
   * Plays the demo where it is wanted and has not been played to its end. A database with work of its own is left alone.
   *
   * @returns what to tell whoever started the process; null when nothing was played.
   */
  async playOnce(out: NodeJS.WriteStream, signal: AbortSignal): Promise<string | null> {
    if (this.config.demo === 'off' || !(await this.isOpen())) return null;
    const begunAt = this.clock.now();
    const today = await this.state.begin(begunAt);
    const offices = new Offices(await this.accounts.ensure());
    const { steps, problems } = planImport({ path: DEMO_FOLDER, today }, this.law.known, offices);
    const progress = new ProgressLine(out);
    const refused = await this.player.play(steps, { onProgress: (at) => progress.show(at), signal });
    progress.end();
    await this.caughtUp();
    const finishedAt = this.clock.now();
    await this.state.finish(finishedAt);
    const seconds = Math.round((finishedAt.getTime() - begunAt.getTime()) / 1000);
    const played = `Played the demo: ${steps.length} steps in ${seconds} s.`;
    return `${played}\n\n${await this.report.of(refused, problems)}\n${describeAccounts(this.accounts.list())}`;
  }

  private async isOpen(): Promise<boolean> {
    const phase = await this.state.phase();
    if (phase !== 'none') return phase === 'begun';
    return !(await this.accounts.anybody()) && (await this.store.tenants()).length === 0;
  }

  /** Lists and totals show everything once the demo is announced. */
  private async caughtUp(): Promise<void> {
    for (const tenant of await this.store.tenants()) {
      await this.readModel.caughtUp(tenant, await this.store.head(tenant));
    }
  }
}
