/** What another record names. @throws Error when it is not there: the record that names it would be wrong. */
export function onRecord<Value>(value: Value | null, name: string): Value {
  if (value === null) throw new Error(`${name} is named on record, and cannot be found.`);
  return value;
}
