import type { Bilingual } from '@duixian/policy';

/** Names as GraphQL writes them, of the values inside: `in-force` is `IN_FORCE`, `claim.read` is `CLAIM_READ`. */
export function enumOf<Value extends string>(values: readonly Value[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(values.map((value) => [nameOf(value), value]));
}

/** Descriptions of such an enum's values, from the words that people use. */
export function wordsOf(names: Readonly<Record<string, Bilingual>>): Record<string, { description: string }> {
  return Object.fromEntries(
    Object.entries(names).map(([value, words]) => [nameOf(value), { description: describing(words) }]),
  );
}

/** As a description of the schema has it: `Accepted (已受理).` */
export function describing({ zh, en }: Bilingual): string {
  return `${en.charAt(0).toUpperCase()}${en.slice(1).replace(/\.$/, '')} (${zh.replace(/。$/, '')}).`;
}

function nameOf(value: string): string {
  return value.replace(/[-.]/g, '_').toUpperCase();
}
