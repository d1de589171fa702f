/** Where of a city's log something is answered: all that a request reads stands there. */
export interface At {
  /** Everything recorded up to here is in the answer, and nothing later. */
  readonly position: bigint;
  /** Whether nothing up to here is set aside. */
  readonly isComplete: boolean | Promise<boolean>;
  /** Whether it was asked for as of then, so that nothing can be done there. */
  readonly isPast: boolean;
  /** The day on which the answer looks at deadlines: today, or the day that the city's casework had come to. */
  readonly today: string;
  /** No event up to here is of a later day; null when there is none. */
  readonly lastDay: string | null;
  /** Positions that the tables hold beyond this one. */
  readonly behind: bigint;
}
