import { KINDS_OF_OUTSIDERS } from './security-event-kind.js';
import type { SecurityEvent } from './security-event.js';

/** Different failures from one address that are kept in one window; more are counted together. */
const PER_ADDRESS_MAX = 20;
/** Different failures from anywhere in one window; more are counted by kind alone. */
const OVERALL_MAX = 500;

/** An event that happened again, so many times. */
export interface Repeated {
  readonly event: SecurityEvent;
  readonly times: number;
}

/**
 * Decides what of a window of time is written at once and what is only counted, so that nobody can flood the log: the
 * first of its like is written, its repetitions become one number. What outsiders cause is bounded in kinds as well,
 * by address and overall; beyond that only how much there was is kept.
 */
export class Repeats {
  private readonly seen = new Map<string, { event: SecurityEvent; times: number }>();
  private readonly perAddress = new Map<string, number>();
  private ofOutsiders = 0;

  /** True when it is to be written now; otherwise it was counted. */
  isFirst(event: SecurityEvent): boolean {
    const counted = this.asCounted(event);
    const key = JSON.stringify(counted);
    const known = this.seen.get(key);
    if (known !== undefined) {
      known.times += 1;
      return false;
    }
    this.seen.set(key, { event: counted, times: 0 });
    return true;
  }

  /** What happened again since the last call, and begins a new window. */
  take(): Repeated[] {
    const repeated = Array.from(this.seen.values()).filter(({ times }) => times > 0);
    this.seen.clear();
    this.perAddress.clear();
    this.ofOutsiders = 0;
    return repeated;
  }

  /** The event itself, or what is left of it when there are too many different ones. */
  private asCounted(event: SecurityEvent): SecurityEvent {
    if (!KINDS_OF_OUTSIDERS.has(event.kind) || this.seen.has(JSON.stringify(event))) return event;
    if (this.ofOutsiders >= OVERALL_MAX) return { ...nobody, kind: event.kind };
    const address = event.address ?? '';
    const fromThere = this.perAddress.get(address) ?? 0;
    if (fromThere >= PER_ADDRESS_MAX) return { ...nobody, kind: event.kind, address: event.address };
    this.perAddress.set(address, fromThere + 1);
    this.ofOutsiders += 1;
    return event;
  }
}

const nobody = { tenant: null, userId: null, username: null, displayName: null, address: null, subject: null };
