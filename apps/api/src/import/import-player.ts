import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { KeyedQueue } from '../command/keyed-queue.js';
import type { ImportStep } from './import-step.js';
import type { RowProblem } from './row-problem.js';

/** How far an import has come. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  /** The day in the files. */
  readonly on: string;
}

/** A refused step, with the code by which it is counted. */
export interface RefusedStep extends RowProblem {
  readonly matter: string;
  readonly code: string;
}

export interface PlayOptions {
  readonly onProgress: (progress: ImportProgress) => void;
  /** Aborted when the process is asked to stop; what was sent until then stands. */
  readonly signal: AbortSignal;
}

/**
 * Sends the steps of an import through the same command bus as the users' clicks, day after day, so that the log tells
 * them in the order in which they happened. On one day all enterprises go at once, and each keeps its own order.
 */
@Injectable()
export class ImportPlayer {
  constructor(private readonly bus: CommandBus) {}

  /** @returns the steps that were refused, which is no fault of the import. */
  async play(steps: readonly ImportStep[], { onProgress, signal }: PlayOptions): Promise<RefusedStep[]> {
    const refused = new Map<string, RefusedStep>();
    let done = 0;
    for (const day of byDay(steps)) {
      signal.throwIfAborted();
      const queue = new KeyedQueue();
      const sending = day.map((step) => queue.run([step.matter, ...step.keys], () => this.send(step, refused)));
      await Promise.all(sending);
      done += day.length;
      onProgress({ done, total: steps.length, on: day[0]?.on ?? '' });
    }
    return [...refused.values()];
  }

  private async send(step: ImportStep, refused: Map<string, RefusedStep>): Promise<void> {
    const { matter, place } = step;
    if (refused.has(matter)) return;
    const outcome = await this.bus.execute(step.command);
    if (outcome.ok) return;
    const { code, message, field } = outcome.refusal;
    const column = (field === null ? null : step.columnOf(field)) ?? place.column;
    refused.set(matter, { ...place, column, message, matter, code });
  }
}

function byDay(steps: readonly ImportStep[]): ImportStep[][] {
  const days: ImportStep[][] = [];
  for (const step of steps) {
    const day = days.at(-1);
    if (day?.[0]?.on === step.on) day.push(step);
    else days.push([step]);
  }
  return days;
}
