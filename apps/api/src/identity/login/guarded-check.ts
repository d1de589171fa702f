import { Injectable } from '@nestjs/common';
import { SecurityLog } from '../../security-log/security-log.js';
import type { SecurityEventKind } from '../../security-log/security-event-kind.js';
import { KnownDevices } from '../device/known-devices.js';
import type { Origin } from '../origin.js';
import type { Asking } from '../password/password-work.js';
import { isUsername } from '../user/user-details.js';
import type { Attempt } from './lanes.js';
import { LoginThrottle } from './login-throttle.js';

/** What came of a check; whoever has to wait was not checked. */
export type Checked =
  | { readonly outcome: 'right' }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'too-many-attempts'; readonly retryAfterSeconds: number };

/** Who tries, as far as it is known. */
export interface Trier {
  readonly tenant: string | null;
  readonly userId: string | null;
  readonly username: string;
  readonly displayName: string | null;
}

const FAILED = {
  password: 'sign-in-failed',
  'second-factor': 'second-factor-failed',
  activation: 'activation-failed',
} as const;

/** Every check of a secret goes through here: it is slowed down when it fails, and failures are on record. */
@Injectable()
export class GuardedCheck {
  constructor(
    private readonly throttle: LoginThrottle,
    private readonly devices: KnownDevices,
    private readonly log: SecurityLog,
  ) {}

  /** @param judge says whether the secret is right; it is told whether the device is known. */
  async of(
    step: Attempt['step'],
    trier: Trier,
    origin: Origin,
    judge: (asking: Asking) => Promise<boolean>,
  ): Promise<Checked> {
    const { username } = trier;
    const known = isUsername(username) && (await this.devices.isKnown(username, origin.device));
    const attempt = { step, username, address: origin.address, knownDevice: known ? origin.device : null };
    const admission = await this.throttle.admit(attempt);
    if (!admission.admitted) {
      await this.record('sign-in-throttled', trier, origin, { step });
      return { outcome: 'too-many-attempts', retryAfterSeconds: admission.retryAfterSeconds };
    }
    if (await this.judged(attempt, judge)) {
      await this.throttle.succeeded(attempt);
      return { outcome: 'right' };
    }
    await this.throttle.failed(attempt);
    await this.record(FAILED[step], trier, origin, {});
    return { outcome: 'wrong' };
  }

  /** One that could not be judged, as too many wait, was no failure. */
  private async judged(attempt: Attempt, judge: (asking: Asking) => Promise<boolean>): Promise<boolean> {
    try {
      return await judge(attempt.knownDevice === null ? 'stranger' : 'known');
    } catch (error) {
      await this.throttle.withdrawn(attempt);
      throw error;
    }
  }

  private async record(
    kind: SecurityEventKind,
    { tenant, userId, username, displayName }: Trier,
    { address }: Origin,
    details: Readonly<Record<string, string>>,
  ): Promise<void> {
    // What cannot be a username may be a password, typed into the wrong field.
    const name = isUsername(username) ? username : null;
    await this.log.record({ tenant, userId, username: name, displayName, address, kind, subject: null, details });
  }
}
