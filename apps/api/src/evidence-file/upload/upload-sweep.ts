import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Outage } from '../../database/outage.js';
import { Uploads } from './uploads.js';

const HOUR_MS = 3_600_000;

/** Removes what is left of uploads, at the start and once an hour. */
@Injectable()
export class UploadSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Uploads');
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly uploads: Uploads,
    private readonly outage: Outage,
  ) {}

  onApplicationBootstrap(): void {
    const sweep = (): void =>
      void this.uploads.sweep().catch((error: unknown) => {
        if (!this.outage.covers(error)) this.logger.error(error);
      });
    this.timer = setInterval(sweep, HOUR_MS).unref();
    sweep();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }
}
