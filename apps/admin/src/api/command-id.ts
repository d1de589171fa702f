/** A random UUID (RFC 9562, version 4). `crypto.randomUUID` is missing where a bureau's intranet serves plain HTTP. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes.set([((bytes[6] ?? 0) & 0x0f) | 0x40], 6);
  bytes.set([((bytes[8] ?? 0) & 0x3f) | 0x80], 8);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * The ids under which a form sends its commands. An id belongs to the form until the outcome is known: what is sent
 * again after an answer got lost is the same command, and takes effect once.
 */
export class CommandIds {
  private readonly open = new Map<string, string>();

  /** @param name of the command. */
  of(name: string): string {
    const known = this.open.get(name);
    if (known !== undefined) return known;
    const id = newCommandId();
    this.open.set(name, id);
    return id;
  }

  /** What is sent next under this name is another command. */
  settle(name: string): void {
    this.open.delete(name);
  }
}
