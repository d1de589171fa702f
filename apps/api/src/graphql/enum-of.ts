import type { Bilingual } from '@duixian/policy';

/** Names as GraphQL writes them, of the values inside: `in-force` is `IN_FORCE`. */
export function enumOf<Value extends string>(values: readonly Value[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(values.map((value) => [nameOf(value), value]));
}

/** Descriptions of such an enum's values, from the words that people use: `Accepted (已受理).` */
export function wordsOf(names: Readonly<Record<string, Bilingual>>): Record<string, { description: string }> {
  return Object.fromEntries(
    Object.entries(names).map(([value, { zh, en }]) => {
      const description = `${en.charAt(0).toUpperCase()}${en.slice(1).replace(/\.$/, '')} (${zh.replace(/。$/, '')}).`;
      return [nameOf(value), { description }];
    }),
  );
}

function nameOf(value: string): string {
  return value.replace(/-/g, '_').toUpperCase();
}
