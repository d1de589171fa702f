import { Injectable } from '@nestjs/common';
import { tooBusy } from '../../graphql/errors.js';
import { hashPassword, verifyPassword } from './password.js';

/** Hashes at a time: each takes 128 MiB and one core. */
const RUNNING_MAX = 2;
/** How many may wait, of strangers and of those whose device is known; each wait is a fraction of a second. */
const WAITING_MAX = 32;

/** Who asks: those who are known go first, so that no stranger can crowd them out. */
export type Asking = 'known' | 'stranger';

/** The one place where passwords are hashed and compared, so that no crowd takes the memory or the cores. */
@Injectable()
export class PasswordWork {
  private readonly waiting: Readonly<Record<Asking, (() => void)[]>> = { known: [], stranger: [] };
  private running = 0;

  /** @throws GraphQLError `TOO_BUSY`, HTTP 503, when too many wait already. */
  hash(password: string): Promise<string> {
    return this.run('known', () => hashPassword(password));
  }

  /** @throws GraphQLError `TOO_BUSY`, HTTP 503, when too many wait already. */
  verify(password: string, stored: string, asking: Asking): Promise<boolean> {
    return this.run(asking, () => verifyPassword(password, stored));
  }

  private async run<Result>(asking: Asking, work: () => Promise<Result>): Promise<Result> {
    if (this.running >= RUNNING_MAX) await this.turn(asking);
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.known.shift() ?? this.waiting.stranger.shift();
      // The place goes to the next one, or is free.
      if (next === undefined) this.running -= 1;
      else next();
    }
  }

  private turn(asking: Asking): Promise<void> {
    const queue = this.waiting[asking];
    if (queue.length >= WAITING_MAX) return Promise.reject(tooBusy());
    return new Promise((resolve) => queue.push(resolve));
  }
}
