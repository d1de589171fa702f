import { createHash } from 'node:crypto';

/**
 * The id under which a step of a file is sent, always the same one: an import that was interrupted is started again
 * from the beginning, and what was recorded before is answered from the log. A UUID of version 8 (RFC 9562, 5.8).
 */
export function commandIdOf(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(parts.join('\n')).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
