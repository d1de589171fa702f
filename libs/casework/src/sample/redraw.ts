import { draw, seedOf, type Sha256 } from './draw.js';
import type { SampleEvent } from './sample-event.js';

/** What became of one claim by a draw: `<claim> <step> <share> drawn`, or `… not drawn`. */
type Drawn = string;

/** What a draw comes to by what its event says of chance and of the lists it was made from. */
export interface Redrawn {
  /** The seed, in lowercase hexadecimal. */
  readonly seed: string;
  /** For each list of the event, whom the lots draw, in the order of their lots. */
  readonly drawn: readonly (readonly string[])[];
  /** What stands in the streams of its claims, in order. */
  readonly claims: readonly Drawn[];
}

/** Draws again from the event alone, as an auditor does it. */
export function redraw({ data: { seed, lists } }: SampleEvent, sha256: Sha256): Redrawn {
  const value = seedOf(seed, sha256);
  const drawn = lists.map(({ of, share }) => draw(of, share, value, sha256));
  const claims = lists.flatMap(({ step, share, of, before = [] }, n) => [
    ...of.map((claim) => drawnText({ claim, step, share, drawn: drawn[n]?.includes(claim) === true })),
    ...before.map(({ claim }) => drawnText({ claim, step, share, drawn: true })),
  ]);
  return { seed: value, drawn, claims: claims.toSorted() };
}

export function drawnText(of: {
  readonly claim: string;
  readonly step: string;
  readonly share: number;
  readonly drawn: boolean;
}): Drawn {
  return `${of.claim} ${of.step} ${String(of.share)} ${of.drawn ? 'drawn' : 'not drawn'}`;
}
