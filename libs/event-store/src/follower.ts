import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Alarm } from './alarm.js';
import { createCheckpoint, leaseCheckpoint, moveCheckpoint, readCheckpoint, tenantsBehind } from './checkpoint.js';
import { inTransaction } from './connection.js';
import type { EventStore } from './event-store.js';
import type { RecordedEvent } from './event.js';
import { beat, removeHeartbeats } from './heartbeat.js';

/**
 * Handles a batch of one tenant's events, in order, inside the transaction that also moves the checkpoint: what it
 * writes through `tx` takes effect exactly once; an effect outside the database may be repeated after a crash.
 */
export type BatchHandler = (batch: readonly RecordedEvent[], tx: pg.ClientBase) => Promise<void>;

export interface FollowerOptions {
  readonly store: EventStore;
  readonly pool: pg.Pool;
  /** With `version` the key of its checkpoint: another name or version begins at the first event. */
  readonly name: string;
  readonly version: number;
  readonly handler: BatchHandler;
  /** Up to where what it fills holds a tenant's log; its own checkpoint, unless others may fill it as well. */
  readonly reached?: (tenant: string) => Promise<bigint>;
  /** Asked at the start of each batch's transaction; false puts the batch off to the next poll. */
  readonly admit?: (tx: pg.ClientBase) => Promise<boolean>;
  /** Events in a transaction at most. */
  readonly batchSize?: number;
  /** Tenants whose batches are in hand at once at most, a connection each: one that is slow holds up no other. */
  readonly concurrency?: number;
  /** After so long in a batch without a sign of life this process loses the batch to another. */
  readonly leaseMs?: number;
  /** How soon it sees what another process appended; what this one appended it sees at once. */
  readonly pollIntervalMs?: number;
  /**
   * Looks are so far apart at least: what is appended meanwhile is one batch. After a rest it looks at once, and while a
   * crowd appends they are 50 ms apart.
   */
  readonly lookApartMs?: number;
  /** A batch that failed is tried again, with growing pauses; this hears of each failure. Tenant null: no connection. */
  readonly onError?: (error: unknown, tenant: string | null) => void;
  /** Called with each heartbeat, about every two seconds. */
  readonly onBeat?: () => void;
}

/** How the loop of this process fares. */
export interface FollowerPulse {
  /** Of the code that follows. */
  readonly version: number;
  readonly following: boolean;
  /** Since the last heartbeat that the database took, or since the start; 0 while it does not follow. */
  readonly silentMs: number;
  /** How long the oldest batch in hand takes by now; 0 when there is none. */
  readonly busyMs: number;
}

interface Pause {
  readonly lengthMs: number;
  readonly endsAt: number;
}

const DEFAULT_BATCH_SIZE = 500;
const DEFAULT_CONCURRENCY = 4;
const DEFAULT_POLL_INTERVAL_MS = 200;
const PAUSE_MS_MIN = 100;
const PAUSE_MS_MAX = 30_000;
const DEFAULT_LOOK_APART_MS = 10;
/** From so many events on between two looks a crowd is appending: fewer and larger batches leave it more of the machine. */
const CROWD_EVENTS = 10;
const CROWD_APART_MS = 50;
const WAIT_STEP_MS_MIN = 2;
const WAIT_STEP_MS_MAX = 25;
const BEAT_MS = 2_000;
const STOP_MS_MAX = 10_000;

/**
 * Follows the log of every tenant from its own stored checkpoint: each event once and in order, never skipping one. Any
 * number of processes may run the same follower; a tenant's batch is leased to one of them at a time.
 */
export class Follower {
  private readonly news = new Alarm();
  private readonly progress = new Alarm();
  private readonly handled = new Map<string, bigint>();
  private readonly pauses = new Map<string, Pause>();
  /** By tenant: since when, in milliseconds since 1970, and the end of it. */
  private readonly inHand = new Map<string, { readonly since: number; readonly ended: Promise<void> }>();
  private readonly servedAt = new Map<string, number>();
  private readonly batchSize: number;
  private readonly concurrency: number;
  private readonly pollIntervalMs: number;
  private readonly lookApartMs: number;
  private readonly withCheckpoint = new Set<string>();
  private running: { readonly ended: Promise<void>; readonly stop: AbortController } | null = null;
  private giveUp = new AbortController();
  private beatAt = -Infinity;
  private handledSinceLook = 0;
  private beatTakenAt = 0;

  constructor(private readonly options: FollowerOptions) {
    this.batchSize = options.batchSize ?? DEFAULT_BATCH_SIZE;
    this.concurrency = options.concurrency ?? DEFAULT_CONCURRENCY;
    this.pollIntervalMs = options.pollIntervalMs ?? DEFAULT_POLL_INTERVAL_MS;
    this.lookApartMs = options.lookApartMs ?? DEFAULT_LOOK_APART_MS;
  }

  /** Begins to follow; nothing if it does already. */
  start(): void {
    if (this.running !== null) return;
    const stop = new AbortController();
    this.giveUp = new AbortController();
    this.beatTakenAt = performance.now();
    this.running = { stop, ended: this.follow(stop.signal) };
  }

  /** Looks at once for what another process has appended. */
  wake(): void {
    this.news.ring();
  }

  /**
   * Ends after the batches in hand. Those that take longer than `deadlineMs` are given up with their connections; nothing
   * of them is lost, since nothing was committed.
   */
  async stop(deadlineMs = STOP_MS_MAX): Promise<void> {
    if (this.running === null) return;
    const { stop, ended } = this.running;
    const { giveUp } = this;
    stop.abort();
    this.news.ring();
    const deadline = setTimeout(() => giveUp.abort(), deadlineMs);
    await ended;
    clearTimeout(deadline);
    this.running = null;
  }

  /** True once the follower, here or in another process, has handled up to `position`; false when the time is up. */
  async waitFor(tenant: string, position: bigint, timeoutMs: number): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    for (let stepMs = WAIT_STEP_MS_MIN; ; stepMs = Math.min(stepMs * 2, WAIT_STEP_MS_MAX)) {
      const seen = this.progress.count;
      if (this.handledUpTo(tenant) >= position) return true;
      this.noteHandled(tenant, await this.reached(tenant));
      if (this.handledUpTo(tenant) >= position) return true;
      const left = deadline - performance.now();
      if (left <= 0) return false;
      await this.progress.wait(seen, Math.min(left, stepMs));
    }
  }

  get pulse(): FollowerPulse {
    const { version } = this.options;
    if (this.running === null) return { version, following: false, silentMs: 0, busyMs: 0 };
    const busy = [...this.inHand.values()].map(({ since }) => Date.now() - since);
    return { version, following: true, silentMs: performance.now() - this.beatTakenAt, busyMs: Math.max(0, ...busy) };
  }

  private async follow(stop: AbortSignal): Promise<void> {
    const unsubscribe = this.options.store.onAppended(() => this.news.ring());
    while (!stop.aborted) {
      const seen = this.news.count;
      await this.beatWhenDue();
      const looked = performance.now();
      this.handledSinceLook = 0;
      await this.takeUpBatches();
      await this.news.wait(seen, this.pollIntervalMs);
      await this.rest(looked, stop);
    }
    unsubscribe();
    await Promise.all([...this.inHand.values()].map(({ ended }) => ended));
    await removeHeartbeats(this.options.pool, this.options).catch(() => undefined);
  }

  /** Until the next look is due. It is put off when a batch ends meanwhile that shows a crowd. */
  private async rest(looked: number, stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const crowdMs = this.handledSinceLook < CROWD_EVENTS ? 0 : CROWD_APART_MS;
      const earlyMs = Math.max(crowdMs, this.lookApartMs) - (performance.now() - looked);
      if (earlyMs <= 0) return;
      await pause(earlyMs, null, { signal: stop }).catch(() => null);
    }
  }

  private async beatWhenDue(): Promise<void> {
    if (performance.now() - this.beatAt < BEAT_MS) return;
    const isFirst = this.beatAt === -Infinity;
    this.beatAt = performance.now();
    const batches = new Map([...this.inHand].map(([tenant, { since }]) => [tenant, since]));
    try {
      if (isFirst) await removeHeartbeats(this.options.pool, this.options);
      await beat(this.options.pool, this.options, batches);
      this.beatTakenAt = performance.now();
      this.options.onBeat?.();
    } catch (error) {
      this.options.onError?.(error, null);
    }
  }

  /** Begins a batch for tenants that are behind, as many as there is room for; who was served longest ago comes first. */
  private async takeUpBatches(): Promise<void> {
    for (const tenant of await this.tenantsToServe()) {
      if (this.inHand.size >= this.concurrency) return;
      this.servedAt.set(tenant, performance.now());
      const ended = this.serve(tenant);
      this.inHand.set(tenant, { since: Date.now(), ended });
    }
  }

  private async tenantsToServe(): Promise<string[]> {
    if (this.inHand.size >= this.concurrency) return [];
    try {
      const behind = await tenantsBehind(this.options.pool, this.options);
      return behind
        .filter((tenant) => !this.inHand.has(tenant))
        .filter((tenant) => (this.pauses.get(tenant)?.endsAt ?? 0) <= performance.now())
        .sort((a, b) => (this.servedAt.get(a) ?? 0) - (this.servedAt.get(b) ?? 0));
    } catch (error) {
      this.options.onError?.(error, null);
      return [];
    }
  }

  /** One batch. Where it could be done there may be more to do, so the loop looks again at once. */
  private async serve(tenant: string): Promise<void> {
    const worked = await this.tryBatch(tenant);
    this.inHand.delete(tenant);
    if (worked) this.news.ring();
  }

  private async tryBatch(tenant: string): Promise<boolean> {
    try {
      const position = await this.handleBatch(tenant);
      this.pauses.delete(tenant);
      if (position !== null) this.noteHandled(tenant, position);
      return position !== null;
    } catch (error) {
      this.pause(tenant);
      this.options.onError?.(error, tenant);
      return false;
    }
  }

  /** The position reached, or null when there was nothing to handle here. */
  private async handleBatch(tenant: string): Promise<bigint | null> {
    const { pool, store, handler, admit } = this.options;
    if (!this.withCheckpoint.has(tenant)) await createCheckpoint(pool, this.options, tenant);
    this.withCheckpoint.add(tenant);
    const handleLeased = async (tx: pg.ClientBase): Promise<bigint | null> => {
      if (admit !== undefined && !(await admit(tx))) return null;
      const position = await leaseCheckpoint(tx, this.options, tenant);
      if (position === null) {
        this.withCheckpoint.delete(tenant);
        return null;
      }
      const batch = await store.readAll(tenant, position, this.batchSize, tx);
      const last = batch.at(-1);
      if (last === undefined) return null;
      await handler(batch, tx);
      await moveCheckpoint(tx, this.options, tenant, last.position);
      // After a full batch there is more to do, and no reason to wait for it.
      if (batch.length < this.batchSize) this.handledSinceLook += batch.length;
      return last.position;
    };
    return inTransaction(pool, handleLeased, this.options.leaseMs, this.giveUp.signal);
  }

  private pause(tenant: string): void {
    const before = this.pauses.get(tenant)?.lengthMs ?? PAUSE_MS_MIN / 2;
    const lengthMs = Math.min(before * 2, PAUSE_MS_MAX);
    this.pauses.set(tenant, { lengthMs, endsAt: performance.now() + lengthMs });
  }

  private reached(tenant: string): Promise<bigint> {
    return this.options.reached?.(tenant) ?? readCheckpoint(this.options.pool, this.options, tenant);
  }

  private handledUpTo(tenant: string): bigint {
    return this.handled.get(tenant) ?? 0n;
  }

  private noteHandled(tenant: string, position: bigint): void {
    if (position <= this.handledUpTo(tenant)) return;
    this.handled.set(tenant, position);
    this.progress.ring();
  }
}
