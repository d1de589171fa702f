/** Fen of an amount of yuan as events write it, `120000.00`. */
export function fenOf(yuan: unknown): bigint {
  const [, whole, cents = '00'] = /^(\d+)(?:\.(\d{2}))?$/.exec(String(yuan)) ?? [];
  if (whole === undefined) throw new Error(`${String(yuan)} is no amount.`);
  return BigInt(whole) * 100n + BigInt(cents);
}
