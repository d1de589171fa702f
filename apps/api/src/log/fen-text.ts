import { parseYuan } from '@duixian/money';

/** Fen written out, as a bigint column takes it, of yuan as an event states them. @throws RangeError */
export function fenText(yuan: string): string {
  const fen = parseYuan(yuan);
  if (fen === null) throw new RangeError(`The log holds ${yuan}, which is no amount of yuan.`);
  return fen.toString();
}
