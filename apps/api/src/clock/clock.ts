import { Injectable } from '@nestjs/common';

/** The one place that knows what time it is; specs put in another. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today on the offices' calendar, `YYYY-MM-DD`: all of China keeps Beijing's time. */
  today(): string {
    return BEIJING_DATE.format(this.now());
  }
}

// Sweden writes dates as ISO 8601 does.
const BEIJING_DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
