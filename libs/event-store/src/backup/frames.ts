import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { BackupError, damaged } from './backup-error.js';
import { Cipher, wrongPassphrase } from './cipher.js';

/**
 * The file: a line that names the format, a line of 32 hexadecimal digits (the salt of an encrypted file) or `-`, and
 * frames. A frame is its kind (1 byte), the length of its content (4 bytes), the content, and the SHA-256 of all that
 * and of the digest before it; so no byte can be changed, left out or added without being seen. The last is an `end`.
 */
const FORMAT = 'DUIXIAN BACKUP ';
/** Format 2 may hold a key; whoever reads 1 alone says so instead of calling such a file damaged. */
const FORMAT_VERSION = '2';
const READABLE_VERSIONS: readonly string[] = ['1', FORMAT_VERSION];
const HEADER_BYTES_MAX = 128;
const DIGEST_BYTES = 32;
const PREFIX_BYTES = 5;
const CONTENT_BYTES_MAX = 8 * 1024 * 1024;
const SALT_BYTES = 16;

const KINDS = ['manifest', 'table', 'rows', 'table-end', 'sequences', 'end', 'secret-key'] as const;
export type FrameKind = (typeof KINDS)[number];

export interface Frame {
  readonly kind: FrameKind;
  readonly content: Buffer;
}

/** Writes frames, one after the other. */
export class FrameWriter {
  private constructor(
    private readonly file: FileHandle,
    private readonly cipher: Cipher | null,
    private digest: Buffer,
  ) {}

  static async begin(file: FileHandle, passphrase: string | null): Promise<FrameWriter> {
    const salt = passphrase === null ? null : randomBytes(SALT_BYTES);
    const header = Buffer.from(`${FORMAT}${FORMAT_VERSION}\n${salt?.toString('hex') ?? '-'}\n`);
    await file.appendFile(header);
    const cipher = passphrase === null || salt === null ? null : new Cipher(passphrase, salt);
    return new FrameWriter(file, cipher, sha256(header));
  }

  async write(kind: FrameKind, plain: Buffer): Promise<void> {
    const content = this.cipher?.seal(plain, this.digest) ?? plain;
    const prefix = Buffer.alloc(PREFIX_BYTES);
    prefix.writeUInt8(KINDS.indexOf(kind));
    prefix.writeUInt32BE(content.length, 1);
    this.digest = sha256(this.digest, prefix, content);
    await this.file.appendFile(Buffer.concat([prefix, content, this.digest]));
  }
}

/**
 * The frames of a file, in order, each checked before it is given, up to and with the `end`.
 *
 * @throws BackupError `NOT_A_BACKUP`, `NEWER_FORMAT`, `PASSPHRASE`, `DAMAGED`
 */
export async function* readFrames(path: string, passphrase: string | null): AsyncGenerator<Frame> {
  const bytes = new ByteReader(path);
  try {
    const header = await readHeader(bytes);
    const cipher = cipherOf(header.salt, passphrase);
    let digest = sha256(header.bytes);
    for (let number = 1; ; number++) {
      const where = `frame ${number}`;
      const prefix = await bytes.take(PREFIX_BYTES, where);
      const kind = KINDS[prefix.readUInt8()];
      const length = prefix.readUInt32BE(1);
      if (kind === undefined || length > CONTENT_BYTES_MAX) throw damaged(where);
      const content = await bytes.take(length, where);
      const before = digest;
      digest = sha256(before, prefix, content);
      if (!timingSafeEqual(await bytes.take(DIGEST_BYTES, where), digest)) throw damaged(where);
      yield { kind, content: cipher?.open(content, before) ?? content };
      if (kind === 'end') break;
    }
    if (!(await bytes.atEnd())) throw damaged('more than it should hold');
  } finally {
    bytes.close();
  }
}

interface Header {
  readonly bytes: Buffer;
  readonly salt: string;
}

async function readHeader(bytes: ByteReader): Promise<Header> {
  const first = await bytes.line(HEADER_BYTES_MAX);
  const text = first.toString('latin1');
  if (!text.startsWith(FORMAT)) {
    throw new BackupError(
      'NOT_A_BACKUP',
      '这不是本系统的备份文件。请给出由“duixian backup”生成的文件。',
      'This is no backup of this system. Name a file that "duixian backup" wrote.',
    );
  }
  const version = text.slice(FORMAT.length).trimEnd();
  if (!READABLE_VERSIONS.includes(version)) {
    throw new BackupError(
      'NEWER_FORMAT',
      `备份文件的格式（${version}）本版本不能识别。请用生成它的版本或更高版本恢复。`,
      `The backup has format ${version}, which this version cannot read. Restore it with the version that wrote it, or a later one.`,
    );
  }
  const second = await bytes.line(HEADER_BYTES_MAX);
  return { bytes: Buffer.concat([first, second]), salt: second.toString('latin1').trimEnd() };
}

function cipherOf(salt: string, passphrase: string | null): Cipher | null {
  if (salt === '-') return null;
  if (!/^[0-9a-f]{32}$/.test(salt)) throw damaged('header');
  if (passphrase === null) throw wrongPassphrase();
  return new Cipher(passphrase, Buffer.from(salt, 'hex'));
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Takes a file's bytes in order, holding no more than is asked for and a chunk. */
class ByteReader {
  private readonly stream;
  private readonly chunks: AsyncIterator<Buffer>;
  private held = Buffer.alloc(0);

  constructor(path: string) {
    this.stream = createReadStream(path, { highWaterMark: 256 * 1024 });
    this.chunks = this.stream[Symbol.asyncIterator]();
  }

  async take(count: number, where: string): Promise<Buffer> {
    while (this.held.length < count) if (!(await this.more())) throw damaged(`${where}, cut off`);
    const taken = this.held.subarray(0, count);
    this.held = this.held.subarray(count);
    return taken;
  }

  /** With its line feed; a shorter end of the file, or `max` bytes, where there is none. */
  async line(max: number): Promise<Buffer> {
    while (!this.held.includes('\n') && this.held.length < max && (await this.more()));
    const end = this.held.indexOf('\n');
    return this.take(Math.min(end < 0 ? this.held.length : end + 1, max), 'header');
  }

  async atEnd(): Promise<boolean> {
    return this.held.length === 0 && !(await this.more());
  }

  close(): void {
    this.stream.destroy();
  }

  private async more(): Promise<boolean> {
    const next = await this.chunks.next();
    if (next.done === true) return false;
    this.held = Buffer.concat([this.held, next.value]);
    return true;
  }
}
