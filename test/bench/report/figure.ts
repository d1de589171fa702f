/** Figures that belong together, and how they were measured. */
export interface Section {
  readonly title: string;
  readonly about: string;
  readonly figures: readonly Figure[];
}

/** One line of the report. */
export interface Figure {
  readonly what: string;
  readonly ours: string;
  /** What it is compared with; null = a figure that stands by itself. */
  readonly theirs: string | null;
  readonly ratio: number | null;
  readonly aim: Aim | null;
}

export type Aim = { readonly atLeast: number } | { readonly atMost: number };

/** Whether the ratio is what was aimed at; null where nothing was. */
export function isMet({ ratio, aim }: Figure): boolean | null {
  if (aim === null || ratio === null) return null;
  return 'atLeast' in aim ? ratio >= aim.atLeast : ratio <= aim.atMost;
}

/** `met`, `not met`, or nothing where nothing was aimed at. */
export function verdict(figure: Figure): string {
  const met = isMet(figure);
  if (met === null) return '';
  return met ? 'met' : 'not met';
}

export function aimText(aim: Aim): string {
  return 'atLeast' in aim ? `≥ ${aim.atLeast}×` : `≤ ${aim.atMost}×`;
}

/** `12,300/s`: three digits that mean something. */
export function perSecond(rate: number): string {
  return `${rounded(rate)}/s`;
}

/** `1.23 ms` */
export function milliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(2)} ms`;
}

export function rounded(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 2 });
}
