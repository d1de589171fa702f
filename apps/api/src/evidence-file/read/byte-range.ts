import type { ByteRange } from '../store/file-store.js';

/**
 * Which bytes a `Range` header asks for (RFC 9110, 14.2): null where it asks for all, or for something that need not be served;
 * `none` where it asks for bytes that are not there.
 */
export function byteRangeOf(header: string | undefined, size: number): ByteRange | 'none' | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header?.trim() ?? '');
  if (asked === null) return null;
  const [, from = '', to = ''] = asked;
  if (from === '' && to === '') return null;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'none' : { first: size - length, last: size - 1 };
  }
  const [first, last] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
  if (first >= size) return 'none';
  return last < first ? null : { first, last };
}
