import type { Readable } from 'node:stream';

/** Token of where the contents of files are kept: `@Inject(FILE_STORE) store: FileStore`. */
export const FILE_STORE = Symbol('FileStore');

/** Bytes of a content, both ends included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Keeps contents under their SHA-256, each city's apart. What stands there is whole and never changes: a second content of the
 * same hash is the same content.
 */
export interface FileStore {
  /** In one line, for who runs the installation. */
  readonly describes: string;
  /** Bytes of a content; null where there is none. */
  size(tenant: string, sha256: string): Promise<number | null>;
  /** Takes a content from a file, unless it is there. It is on disk when this returns. */
  put(tenant: string, sha256: string, path: string): Promise<void>;
  /** @throws Error where there is none. */
  open(tenant: string, sha256: string, range?: ByteRange): Promise<Readable>;
}
