import { ratio, type Ratio } from '@duixian/money';

/** A share as written in a policy: `1/2`. */
export function ratioOfShare(share: string): Ratio {
  const [part = '', whole = ''] = share.split('/');
  return ratio(BigInt(part), BigInt(whole));
}
