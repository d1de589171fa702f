/** Names as GraphQL writes them, of the values inside: `in-force` is `IN_FORCE`. */
export function enumOf<Value extends string>(values: readonly Value[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(values.map((value) => [value.replace(/-/g, '_').toUpperCase(), value]));
}
